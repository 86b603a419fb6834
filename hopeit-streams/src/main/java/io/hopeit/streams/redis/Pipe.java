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
            try {
                step();
            } catch (Throwable e) { // an Error too, as no memory or no stack: nobody would send anything any more
                refuse(e);
            }
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

    private void refuse(Throwable reason) {
        try {
            refuseAll(reason);
        } catch (Throwable ignored) {
            // what still waits is sent with what comes next
        }
    }

    private void refuseAll(Throwable reason) {
        for (var round = waiting.peek(); round != null; round = waiting.peek()) {
            var refusal = new NotSentException(reason); // before it is taken away, as there may be no memory for it
            next();
            round.fail(refusal);
        }
    }

    private void send(Line current) {
        if (!current.equals(line)) {
            line = current;
            flights.clear();
        }
        flights.removeIf(Flight::isDone);
        boolean isMore = true;
        while (isMore && flights.size() < WRITES_UNANSWERED && keepsOrder(current)) {
            isMore = sendSome(current);
        }
        isFull = flights.size() == WRITES_UNANSWERED;
    }

    /** Sends what waits, as much as fits into one write; false when nothing does. */
    private boolean sendSome(Line current) {
        var some = new ArrayList<Round<?>>();
        try {
            take(some);
            if (some.isEmpty()) {
                return false;
            }
            var calls = new ArrayList<Call<?>>(some.size());
            some.forEach(round -> calls.addAll(round.calls()));
            var flight = current.send(Wait.shared(calls), patience);
            flights.add(flight);
            var unused = flight.landing().thenRun(this::work);
        } catch (Throwable e) { // some may have been sent, so nothing may follow them on this connection
            try {
                link.replace(current, e);
            } finally {
                some.forEach(round -> fail(round, e));
            }
            throw e;
        }
        return true;
    }

    private static void fail(Round<?> round, Throwable reason) {
        try {
            round.fail(reason);
        } catch (Throwable ignored) {
            // the others are to end all the same
        }
    }

    /** The thread that gets answers writes at once, and so before what others have handed to it just now. */
    private boolean keepsOrder(Line current) {
        return !current.isLoop() || flights.stream().allMatch(Flight::isWritten);
    }

    private void take(List<Round<?>> some) {
        int calls = 0;
        long size = 0;
        for (var round = waiting.peek();
                round != null && calls < CALLS_OF_A_WRITE && size < BYTES_OF_A_WRITE;
                round = waiting.peek()) {
            some.add(round); // before it is taken away, as there may be no memory for it
            next();
            calls += round.calls().size();
            size += round.size();
        }
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
