package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.spi.FactsUnavailableException;
import io.hopeit.spi.SharedFacts;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Each fact is a key that expires. A call takes at most the command timeout. */
record RedisFacts(Link commands, String prefix) implements SharedFacts {
    private static final byte[] TRUE = "1".getBytes(UTF_8);

    @Override
    public void remember(String key, Duration duration) {
        var args = SetArgs.Builder.px(Math.max(1, duration.toMillis()));
        await("remember " + prefix + key, c -> c.set(prefix + key, TRUE, args));
    }

    @Override
    public boolean knows(String key) {
        return await("look for " + prefix + key, c -> c.exists(prefix + key)) > 0;
    }

    private <T> T await(
            String what, Function<RedisAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> command) {
        try {
            return commands.send(what, command).toCompletableFuture().get();
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new FactsUnavailableException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FactsUnavailableException("interrupted: cannot " + what, e);
        }
    }
}
