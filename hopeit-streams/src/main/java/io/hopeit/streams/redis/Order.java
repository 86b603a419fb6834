package io.hopeit.streams.redis;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to ask of the server that has a key.
 *
 * @param what for messages, {@code append to orders}
 * @param round makes the calls, anew each time
 * @param inFull to be sent instead when the server does not know the script that this one names
 */
record Order<T>(
        Supplier<String> what,
        String key,
        Supplier<Round<T>> round,
        @Nullable Order<T> inFull) {
    static <T> Order<T> of(String what, String key, Supplier<Call<T>> call) {
        return new Order<>(() -> what, key, () -> Round.of(call.get()), null);
    }
}
