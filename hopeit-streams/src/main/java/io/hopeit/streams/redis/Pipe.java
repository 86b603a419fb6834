package io.hopeit.streams.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends rounds of calls over a link, many in one write: while two writes are unanswered, what comes waits for the next
 * one. What one thread submits is sent in that order. While there is no connection everything is refused at once.
 * Thread-safe.
 */
final class Pipe implements AutoCloseable {
    private static final int WRITES_UNANSWERED = 2;
    private static final int CALLS_OF_A_WRITE = 1000;
    private static final long BYTES_OF_A_WRITE = 4 << 20;
    private static final int MOST_ROUNDS = 1 << 14;
    private static final long MOST_BYTES = 64 << 20;

    private final Link link;
    private final Duration patience;
    private final Queue<Round<?>> waiting = new ArrayDeque<>();
    private long bytes;
    /** Only one thread at a time sends; another one that comes only says that there is more to do. */
    private final AtomicInteger toDo = new AtomicInteger();

    private final List<Flight> flights = new ArrayList<>();
    private @Nullable Line line;
    private @Nullable CompletableFuture<Line> awaited;

    /** Answers are late after {@code patience}. */
    Pipe(Link link, Duration patience) {
        this.link = link;
        this.patience = patience;
    }

    void submit(Round<?> round) {
        if (accept(round)) {
            work();
        } else {
            round.fail(new NotSentException("too much waits to be sent"));
        }
    }

    private boolean accept(Round<?> round) {
        synchronized (waiting) {
            boolean fits = waiting.isEmpty() || (waiting.size() < MOST_ROUNDS && bytes + round.size() <= MOST_BYTES);
            if (fits) {
                waiting.add(round);
                bytes += round.size();
            }
            return fits;
        }
    }

    private void work() {
        if (toDo.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            step();
            seen = toDo.addAndGet(-seen);
        } while (seen != 0);
    }

    private void step() {
        var present = link.present();
        if (!present.isDone()) {
            if (awaited == null || awaited.isDone()) {
                awaited = present;
                var unused = present.whenComplete((opened, failure) -> work());
            }
        } else if (present.isCompletedExceptionally()) {
            refuseAll(present.exceptionNow());
        } else {
            send(present.resultNow());
        }
    }

    private void refuseAll(Throwable reason) {
        for (var round = next(); round != null; round = next()) {
            round.fail(new NotSentException(reason));
        }
    }

    private void send(Line current) {
        if (!current.equals(line)) {
            line = current;
            flights.clear();
        }
        flights.removeIf(flight -> flight.landed().isDone());
        while (flights.size() < WRITES_UNANSWERED && keepsOrder(current)) {
            var calls = nextWrite();
            if (calls.isEmpty()) {
                return;
            }
            var flight = current.send(calls, patience);
            flights.add(flight);
            var unused = flight.landed().thenRun(this::work);
        }
    }

    /** The thread that gets answers writes at once, and so before what others have handed to it just now. */
    private boolean keepsOrder(Line current) {
        return !current.isLoop() || flights.stream().allMatch(Flight::isWritten);
    }

    private List<Call<?>> nextWrite() {
        var calls = new ArrayList<Call<?>>();
        long size = 0;
        while (calls.size() < CALLS_OF_A_WRITE && size < BYTES_OF_A_WRITE) {
            var round = next();
            if (round == null) {
                break;
            }
            calls.addAll(round.calls());
            size += round.size();
        }
        return calls;
    }

    private @Nullable Round<?> next() {
        synchronized (waiting) {
            var round = waiting.poll();
            bytes -= round == null ? 0 : round.size();
            return round;
        }
    }

    @Override
    public void close() {
        link.close();
        work();
    }
}
