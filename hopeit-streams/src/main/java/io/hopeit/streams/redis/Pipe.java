package io.hopeit.streams.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
    private final Queue<Round<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    /** Only one thread at a time sends; another one that comes only says that there is more to do. */
    private final AtomicInteger toDo = new AtomicInteger();

    private final List<Flight> flights = new ArrayList<>();
    /** Whether nothing can be sent before a write is answered; then what waits is sent. */
    private volatile boolean isFull;

    private @Nullable Line line;
    private @Nullable CompletableFuture<Line> awaited;

    /** Answers are late after {@code patience}. */
    Pipe(Link link, Duration patience) {
        this.link = link;
        this.patience = patience;
    }

    void submit(Round<?> round) {
        if (!accept(round)) {
            round.fail(new NotSentException("too much waits to be sent"));
        } else if (!isFull) {
            work();
        }
    }

    private boolean accept(Round<?> round) {
        int others = rounds.getAndIncrement();
        long all = bytes.addAndGet(round.size());
        boolean fits = others == 0 || (others < MOST_ROUNDS && all <= MOST_BYTES);
        if (fits) {
            waiting.add(round);
        } else {
            rounds.decrementAndGet();
            bytes.addAndGet(-round.size());
        }
        return fits;
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
        isFull = false;
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
        flights.removeIf(Flight::isDone);
        while (flights.size() < WRITES_UNANSWERED && keepsOrder(current)) {
            var calls = nextWrite();
            if (calls.isEmpty()) {
                break;
            }
            var flight = current.send(calls, patience);
            flights.add(flight);
            var unused = flight.landing().thenRun(this::work);
        }
        isFull = flights.size() == WRITES_UNANSWERED;
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
        var round = waiting.poll();
        if (round != null) {
            rounds.decrementAndGet();
            bytes.addAndGet(-round.size());
        }
        return round;
    }

    @Override
    public void close() {
        link.close();
        work();
    }
}
