package io.hopeit.streams;

import io.hopeit.streams.spi.Backoff;
import io.hopeit.streams.spi.StreamReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be acknowledged in one stream. One acknowledgement is on its way at a time, and what gathers meanwhile
 * goes with the next. One that fails is kept and goes again with the next, or when {@link #retry()} is called; that is
 * harmless should it have arrived after all. Thread-safe.
 */
final class Acks {
    private static final int MOST_AT_ONCE = 500;

    private final StreamReader reader;
    private final String key;
    private final List<String> ids = new ArrayList<>();
    private boolean onItsWay;

    Acks(StreamReader reader, String key) {
        this.reader = reader;
        this.key = key;
    }

    /** Acknowledges soon. */
    void add(String id) {
        synchronized (this) {
            ids.add(id);
        }
        retry();
    }

    /** Sends what is there, unless something is on its way already. */
    void retry() {
        List<String> batch;
        synchronized (this) {
            if (onItsWay || ids.isEmpty()) {
                return;
            }
            onItsWay = true;
            batch = List.copyOf(ids.subList(0, Math.min(ids.size(), MOST_AT_ONCE)));
        }
        reader.ack(key, batch).whenComplete((count, failure) -> answered(batch.size(), failure));
    }

    private void answered(int sent, @Nullable Throwable failure) {
        synchronized (this) {
            onItsWay = false;
            if (failure == null) {
                ids.subList(0, sent).clear();
            }
            notifyAll();
        }
        if (failure == null) {
            retry();
        }
    }

    /** Tries until all are acknowledged or the deadline has passed; returns how many are not. */
    int flush(Deadline deadline) throws InterruptedException {
        var backoff = new Backoff();
        while (count() > 0 && !deadline.hasPassed()) {
            retry();
            awaitAnswer(deadline);
            if (count() > 0) {
                Thread.sleep(
                        Math.min(backoff.next().toMillis(), deadline.remaining().toMillis()));
            }
        }
        return count();
    }

    private synchronized void awaitAnswer(Deadline deadline) throws InterruptedException {
        while (onItsWay && !deadline.hasPassed()) {
            wait(deadline.remaining().toMillis());
        }
    }

    private synchronized int count() {
        return ids.size();
    }
}
