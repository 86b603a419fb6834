package io.hopeit.streams.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Calls between which nobody else's come.
 *
 * @param answer to all of them
 * @param size about how many bytes they are
 */
record Round<T>(List<? extends Call<?>> calls, CompletableFuture<T> answer, long size) {
    private static final int SMALL = 200;

    static <T> Round<T> of(Call<T> call) {
        return new Round<>(List.of(call), call, SMALL);
    }

    static <T> Round<T> of(Call<T> call, long size) {
        return new Round<>(List.of(call), call, SMALL + size);
    }

    void fail(Throwable reason) {
        calls.forEach(call -> call.completeExceptionally(reason));
    }
}
