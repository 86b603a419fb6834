package io.hopeit.streams.redis;

import io.hopeit.config.RedisSettings;
import io.hopeit.streams.spi.BrokerException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The Redis server as configured, and the threads that talk to it. Lettuce never reconnects or repeats a command by
 * itself here: it would append twice what the server has already stored.
 */
final class Server implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final int THREADS = 2;
    private static final int MOST_COMMANDS_UNANSWERED = 1 << 16;
    private static final Duration SHUTDOWN = Duration.ofSeconds(2);

    private final RedisSettings settings;
    private final RedisURI uri;
    private final ClientResources resources;
    private final RedisClient client;

    Server(RedisSettings settings) {
        this.settings = settings;
        this.uri = RedisURI.create(settings.uri());
        uri.setTimeout(settings.commandTimeout());
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(options(settings));
    }

    private static ClientOptions options(RedisSettings settings) {
        return ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_COMMANDS_UNANSWERED)
                .timeoutOptions(TimeoutOptions.enabled())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.connectTimeout())
                        .build())
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .build();
    }

    /** A new connection; its commands fail when they are not answered within the command timeout. */
    CompletionStage<StatefulRedisConnection<String, byte[]>> connect() {
        try {
            return client.connectAsync(CODEC, uri);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Does something after a pause, if the server is not closed by then. */
    void later(Duration pause, Runnable task) {
        var threads = resources.eventExecutorGroup();
        if (!threads.isShuttingDown()) {
            var unused = threads.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    String address() {
        return settings.address();
    }

    Duration commandTimeout() {
        return settings.commandTimeout();
    }

    /** {@code cannot append to orders at redis://localhost:6379: Connection refused}. */
    BrokerException failure(String what, @Nullable Throwable cause) {
        return new BrokerException("cannot %s at %s: %s".formatted(what, address(), reason(cause)), cause);
    }

    /** What the innermost cause says. */
    static String reason(@Nullable Throwable failure) {
        if (failure == null) {
            return "not connected";
        }
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Waits until something of Lettuce is closed, but not for long, and not when interrupted. */
    static void awaitClosed(CompletableFuture<Void> closing) {
        try {
            closing.get(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "not closed in time", e);
        }
    }

    @Override
    public void close() {
        awaitClosed(client.shutdownAsync(0, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS));
        resources.shutdown(0, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN.toMillis());
    }
}
