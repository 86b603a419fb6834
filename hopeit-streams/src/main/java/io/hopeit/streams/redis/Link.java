package io.hopeit.streams.redis;

import io.hopeit.streams.spi.Backoff;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept open: it is opened in the background from the start, and anew when it breaks, when an
 * answer is late, or when the server turns out to be the wrong one. Thread-safe.
 */
final class Link implements AutoCloseable {
    private static final Duration STABLE = Duration.ofSeconds(5);

    private final Server server;
    private final Outages outages;
    private final Supplier<CompletionStage<StatefulRedisConnection<String, byte[]>>> door;
    private final Backoff backoff = new Backoff();
    /** What commands get: the first attempt, then at any moment a connection or the reason why there is none. */
    private volatile CompletableFuture<Line> present = new CompletableFuture<>();
    /** What those get who have time to wait: the connection that is there, or the next one. */
    private CompletableFuture<Line> next = new CompletableFuture<>();

    private @Nullable Line line;
    private boolean closed;

    /** One that connects through this door, wherever that leads each time. */
    Link(Server server, Outages outages, Supplier<CompletionStage<StatefulRedisConnection<String, byte[]>>> door) {
        this.server = server;
        this.outages = outages;
        this.door = door;
    }

    /** Connects, again and again until it has succeeded. */
    Link open() {
        var first = present();
        server.later(server.commandTimeout(), () -> first.completeExceptionally(new TimeoutException("not connected")));
        connect();
        return this;
    }

    private void connect() {
        if (isClosed()) {
            return;
        }
        CompletionStage<StatefulRedisConnection<String, byte[]>> opening;
        try {
            opening = door.get();
        } catch (Throwable e) { // an Error too: there would never be a connection again
            failed(e);
            return;
        }
        opening.whenComplete((opened, failure) -> {
            if (opened == null) {
                failed(failure);
                return;
            }
            try {
                opened(opened);
            } catch (Throwable e) {
                broken(opened, e);
            }
        });
    }

    /** It was nearly there. */
    private void broken(StatefulRedisConnection<String, byte[]> opened, Throwable failure) {
        Line half;
        synchronized (this) {
            half = line;
        }
        if (half == null) {
            var unused = opened.closeAsync(); // nobody waits for it
            failed(failure);
        } else {
            lost(half, failure);
        }
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
        try {
            outages.goOn(this, failure);
            waitedFor.completeExceptionally(failure);
        } finally {
            server.later(pause, this::connect);
        }
    }

    private void opened(StatefulRedisConnection<String, byte[]> connection) {
        CompletableFuture<Line> first;
        CompletableFuture<Line> waiting;
        var opened = new Line(connection, this::lost);
        synchronized (this) {
            if (closed || line != null) {
                var unused = connection.closeAsync(); // nobody waits for it
                return;
            }
            line = opened;
            first = present;
            waiting = next;
            present = next;
        }
        server.watch(opened);
        outages.end(this);
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
                lost(opened, new RedisException("the connection was closed"));
            }
        });
        if (!connection.isOpen()) {
            lost(opened, new RedisException("the connection was closed at once"));
        }
        waiting.complete(opened);
        first.complete(opened);
    }

    /** Gives up this connection, because it is broken. */
    private void lost(Line lost, Throwable reason) {
        if (replace(lost, reason)) {
            outages.begin(this, reason);
        }
    }

    /** Gives up this connection, on which answers may be missing, for a new one. */
    boolean replace(Line old, Throwable reason) {
        Duration pause;
        synchronized (this) {
            if (closed || !old.equals(line)) {
                return false;
            }
            line = null;
            present = CompletableFuture.failedFuture(reason);
            next = new CompletableFuture<>();
            if (old.isOlderThan(STABLE)) {
                backoff.reset();
            }
            pause = backoff.next();
        }
        try {
            server.forget(old);
            var unused = old.breakOff(reason); // nobody waits for it
        } finally {
            server.later(pause, this::connect);
        }
        return true;
    }

    /** The connection, or the reason why there is none; it is not done only while the first attempt goes on. */
    CompletableFuture<Line> present() {
        return present;
    }

    /** The connection, or the next one. */
    synchronized CompletableFuture<Line> next() {
        return next;
    }

    /** Ends it, and returns when its connection is closed. */
    @Override
    public void close() {
        CompletableFuture<Line> waited;
        CompletableFuture<Line> waiting;
        Line open;
        var reason = new RedisException("closed");
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = line;
            waited = present;
            waiting = next;
            present = CompletableFuture.failedFuture(reason);
            next = CompletableFuture.failedFuture(reason);
        }
        outages.forget(this);
        waited.completeExceptionally(reason);
        waiting.completeExceptionally(reason);
        if (open != null) {
            server.forget(open);
            Server.awaitClosed(open.breakOff(reason));
        }
    }
}
