package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.spi.FactsUnavailableException;
import io.hopeit.spi.SharedFacts;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** Each fact is a key that expires. A call takes at most the command timeout. */
record RedisFacts(Courier commands, String prefix) implements SharedFacts {
    private static final byte[] TRUE = "1".getBytes(UTF_8);

    @Override
    public void remember(String key, Duration duration) {
        var fact = prefix + key;
        long millis = Math.max(1, duration.toMillis());
        await(Order.of(
                "remember " + fact,
                fact,
                () -> Call.status(
                        CommandType.SET,
                        Call.args().addKey(fact).addValue(TRUE).add("PX").add(millis))));
    }

    @Override
    public boolean knows(String key) {
        var fact = prefix + key;
        return await(Order.of(
                        "look for " + fact,
                        fact,
                        () -> Call.number(CommandType.EXISTS, Call.args().addKey(fact))))
                > 0;
    }

    private <T> T await(Order<T> order) {
        try {
            return commands.send(order).toCompletableFuture().get();
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new FactsUnavailableException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FactsUnavailableException(
                    "interrupted: cannot " + order.what().get(), e);
        }
    }
}
