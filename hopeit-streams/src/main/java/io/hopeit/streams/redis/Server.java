package io.hopeit.streams.redis;

import io.hopeit.config.RedisSettings;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens connections, and has the threads that talk to servers. Lettuce never reconnects or repeats a command by itself
 * here: it would append twice what the server has already stored. Late answers are looked for here as well, as a timer
 * for each command costs more than the command.
 */
final class Server implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    /** So many that what reads large answers is seldom the one that acknowledges: that would have to wait for it. */
    private static final int CONNECTION_THREADS = 4;

    private static final int OTHER_THREADS = 2;
    private static final int MOST_COMMANDS_UNANSWERED = 1 << 16;
    private static final Duration SHUTDOWN = Duration.ofSeconds(2);
    private static final Duration LONGEST_TICK = Duration.ofMillis(100);

    private final RedisSettings settings;
    private final ClientResources resources;
    private final RedisClient client;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();

    Server(RedisSettings settings) {
        this.settings = settings;
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(CONNECTION_THREADS)
                .computationThreadPoolSize(OTHER_THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .nettyCustomizer(new Runway())
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(options(settings));
        tick();
    }

    private static ClientOptions options(RedisSettings settings) {
        return ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_COMMANDS_UNANSWERED)
                .timeoutOptions(TimeoutOptions.create())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.connectTimeout())
                        .build())
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .build();
    }

    private void tick() {
        var tenth = settings.commandTimeout().dividedBy(10);
        later(tenth.compareTo(LONGEST_TICK) < 0 ? tenth : LONGEST_TICK, this::tick); // whatever happens now
        lines.forEach(line -> line.check(settings.commandTimeout()));
    }

    /** A new connection; that fails as well when its first commands are not answered within the command timeout. */
    CompletionStage<StatefulRedisConnection<String, byte[]>> connect(RedisURI uri) {
        try {
            return client.connectAsync(Call.CODEC, uri);
        } catch (Throwable e) { // an Error too, as no memory for a connection: there would never be one again
            return CompletableFuture.failedFuture(e);
        } finally {
            NettyTraces.remove();
        }
    }

    /** Breaks it off when an answer is late, until it is forgotten. */
    void watch(Line line) {
        lines.add(line);
    }

    void forget(Line line) {
        lines.remove(line);
    }

    /** Does something after a pause, if the server is not closed by then. */
    void later(Duration pause, Runnable task) {
        var threads = resources.eventExecutorGroup();
        if (!threads.isShuttingDown()) {
            var unused = threads.schedule(task, Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    String address() {
        return settings.address();
    }

    Duration commandTimeout() {
        return settings.commandTimeout();
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
