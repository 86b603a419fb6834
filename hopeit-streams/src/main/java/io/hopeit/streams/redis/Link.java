package io.hopeit.streams.redis;

import io.hopeit.streams.spi.Backoff;
import io.hopeit.streams.spi.BrokerException;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept open: it is opened in the background from the start, and anew when it breaks or when a
 * command on it gets no answer in time. Thread-safe.
 */
final class Link implements AutoCloseable {
    private static final Duration STABLE = Duration.ofSeconds(5);

    private final Server server;
    private final Outages outages;
    private final Backoff backoff = new Backoff();
    /** What commands get: the first attempt, then at any moment a connection or the reason why there is none. */
    private CompletableFuture<StatefulRedisConnection<String, byte[]>> present = new CompletableFuture<>();
    /** What those get who have time to wait: the connection that is there, or the next one. */
    private CompletableFuture<StatefulRedisConnection<String, byte[]>> next = new CompletableFuture<>();

    private @Nullable StatefulRedisConnection<String, byte[]> connection;
    private CompletableFuture<?> watched = CompletableFuture.completedFuture(null);
    private long openedNanos;
    private boolean closed;

    Link(Server server, Outages outages) {
        this.server = server;
        this.outages = outages;
    }

    /** Connects, again and again until it has succeeded. */
    void open() {
        if (isClosed()) {
            return;
        }
        server.connect().whenComplete((opened, failure) -> {
            if (opened == null) {
                failed(failure);
            } else {
                opened(opened);
            }
        });
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void failed(Throwable failure) {
        CompletableFuture<?> waitedFor;
        Duration pause;
        synchronized (this) {
            if (closed) {
                return;
            }
            waitedFor = present;
            present = CompletableFuture.failedFuture(failure);
            pause = backoff.next();
        }
        outages.begin(this, failure);
        waitedFor.completeExceptionally(failure);
        server.later(pause, this::open);
    }

    private void opened(StatefulRedisConnection<String, byte[]> opened) {
        CompletableFuture<StatefulRedisConnection<String, byte[]>> first;
        CompletableFuture<StatefulRedisConnection<String, byte[]>> waiting;
        synchronized (this) {
            if (closed) {
                quit(opened);
                return;
            }
            connection = opened;
            openedNanos = System.nanoTime();
            first = present;
            waiting = next;
            present = next;
        }
        outages.end(this);
        first.complete(opened);
        waiting.complete(opened);
        opened.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
                lost(opened, new RedisException("the connection was closed"));
            }
        });
        if (!opened.isOpen()) {
            lost(opened, new RedisException("the connection was closed at once"));
        }
    }

    /** Gives up this connection, because it is broken. */
    void lost(StatefulRedisConnection<String, byte[]> lost, Throwable reason) {
        if (replace(lost, reason)) {
            outages.begin(this, reason);
        }
    }

    /** Gives up this connection, on which answers may be missing, for a new one. */
    boolean replace(StatefulRedisConnection<String, byte[]> old, Throwable reason) {
        CompletableFuture<?> unanswered;
        Duration pause;
        synchronized (this) {
            if (closed || !old.equals(connection)) {
                return false;
            }
            connection = null;
            present = CompletableFuture.failedFuture(reason);
            next = new CompletableFuture<>();
            if (System.nanoTime() - openedNanos > STABLE.toNanos()) {
                backoff.reset();
            }
            pause = backoff.next();
            unanswered = watched;
        }
        quit(old);
        unanswered.completeExceptionally(reason);
        server.later(pause, this::open);
        return true;
    }

    /**
     * Fails this command, the only one on this connection, when the connection is given up. Lettuce does so too, but not
     * for a command that is written while the connection breaks.
     */
    void watch(StatefulRedisConnection<String, byte[]> used, CompletableFuture<?> command) {
        synchronized (this) {
            if (used.equals(connection)) {
                watched = command;
                return;
            }
        }
        command.completeExceptionally(new RedisException("the connection was closed"));
    }

    private static void quit(StatefulRedisConnection<String, byte[]> connection) {
        var unused = connection.closeAsync(); // nobody waits for it
    }

    private void check(StatefulRedisConnection<String, byte[]> used, @Nullable Throwable failure) {
        // what was the primary may have become a replica; the address may lead to another one by now
        if (failure instanceof RedisCommandTimeoutException || failure instanceof RedisReadOnlyException) {
            lost(used, failure);
        }
    }

    /** Sends a command if there is a connection, which it waits for only if none has ever been tried. */
    <T> CompletionStage<T> send(
            String what, Function<RedisAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> command) {
        return present()
                .thenCompose(c -> command.apply(c.async()).whenComplete((result, failure) -> check(c, failure)))
                .exceptionally(failure -> {
                    throw server.failure(what, failure instanceof CompletionException ? failure.getCause() : failure);
                });
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, byte[]>> present() {
        if (present.isDone()) {
            return present;
        }
        var soon = present.copy();
        server.later(server.commandTimeout(), () -> soon.completeExceptionally(new TimeoutException("not connected")));
        return soon;
    }

    /** The connection, or the next one if it comes soon. */
    StatefulRedisConnection<String, byte[]> await(String what, Duration patience) throws InterruptedException {
        try {
            return next().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw server.failure(what, failure());
        }
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, byte[]>> next() {
        return next;
    }

    private synchronized @Nullable Throwable failure() {
        return present.isCompletedExceptionally() ? present.exceptionNow() : null;
    }

    /** Ends it, and returns when its connection is closed. */
    @Override
    public void close() {
        CompletableFuture<?> waiting;
        var open = CompletableFuture.<Void>completedFuture(null);
        var reason = new BrokerException("closed", null);
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (connection != null) {
                open = connection.closeAsync();
            }
            waiting = next;
            watched.completeExceptionally(reason);
            present.completeExceptionally(reason);
            present = CompletableFuture.failedFuture(reason);
            next = CompletableFuture.failedFuture(reason);
        }
        outages.forget(this);
        waiting.completeExceptionally(reason);
        Server.awaitClosed(open);
    }
}
