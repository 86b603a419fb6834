package io.hopeit.streams.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An open connection and what is under way on it. Each call ends: with its answer, or when the connection breaks, or
 * when it is broken off because an answer is late. Thread-safe.
 */
final class Line {
    private final StatefulRedisConnection<String, byte[]> connection;
    private final BiConsumer<Line, Throwable> trouble;
    private final Set<Flight> flights = ConcurrentHashMap.newKeySet();
    private final long openedNanos = System.nanoTime();
    /** The thread that gets answers; what it sends is written at once, what others send a little later. */
    private volatile @Nullable Thread loop;

    private volatile @Nullable Throwable elsewhere;
    private volatile @Nullable Throwable broken;

    /** One that tells its owner when it is of no more use, and why: {@link #isBroken} then, or about to be quit. */
    Line(StatefulRedisConnection<String, byte[]> connection, BiConsumer<Line, Throwable> trouble) {
        this.connection = connection;
        this.trouble = trouble;
    }

    /** Sends calls in one write; never throws. */
    Flight send(List<? extends Call<?>> calls, Duration patience) {
        var flight = new Flight(calls, this, System.nanoTime() + patience.toNanos());
        flights.add(flight);
        var unused = flight.landing().thenRun(() -> landed(flight));
        var reason = broken == null ? elsewhere : broken;
        if (reason != null || !connection.isOpen()) {
            flight.completeExceptionally(
                    new NotSentException(reason == null ? new RedisException("not connected") : reason));
            return flight;
        }
        connection.dispatch(flight);
        reason = broken;
        if (reason != null) {
            flight.completeExceptionally(reason); // Lettuce may have missed those that are written while it breaks
        }
        return flight;
    }

    void answered(@Nullable Throwable failure) {
        if (failure instanceof Error) {
            trouble.accept(this, failure); // a part of an answer may be lost, and what follows be taken for another's
        }
        if (loop == null && (failure == null || Failures.error(failure).isPresent())) {
            loop = Thread.currentThread();
        }
        if (failure != null && elsewhere == null && Failures.isElsewhere(failure)) {
            elsewhere = failure;
        }
    }

    private void landed(Flight flight) {
        flights.remove(flight);
        var reason = elsewhere;
        if (reason != null && flights.isEmpty()) {
            trouble.accept(this, reason); // not before the others are answered, too
        }
    }

    /** Whether the current thread is the one that gets the answers. */
    boolean isLoop() {
        return Thread.currentThread().equals(loop);
    }

    boolean isBroken() {
        return broken != null;
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - openedNanos > age.toNanos();
    }

    /** Breaks off when an answer is late. */
    void check(Duration timeout) {
        long now = System.nanoTime();
        if (flights.stream().anyMatch(flight -> flight.isLate(now))) {
            trouble.accept(this, new RedisException("no answer in time (%d ms)".formatted(timeout.toMillis())));
        }
    }

    /** Ends it, and all calls that are under way. */
    CompletableFuture<Void> breakOff(Throwable reason) {
        if (broken == null) {
            broken = reason;
        }
        try {
            return connection.closeAsync();
        } finally {
            flights.forEach(flight -> flight.completeExceptionally(reason));
        }
    }
}
