package io.hopeit.streams.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one worker has been dealt at once. It begins one after another without asking the engine, which may at any moment
 * take back those that it has not begun. Its worker calls {@link #next}, on any thread; the rest is guarded by the engine.
 */
final class Hand {
    /** Above these bits is where the hand ends, in them how many have been begun. */
    private static final int BITS = 16;

    private final List<Delivery> deliveries;
    private final long dealtAt;
    private final long until;
    private final AtomicInteger marks;
    private int collected;

    /** The first of them is begun at once, none after {@code until}. */
    Hand(List<Delivery> deliveries, long dealtAt, long until) {
        this.deliveries = deliveries;
        this.dealtAt = dealtAt;
        this.until = until;
        this.marks = new AtomicInteger(deliveries.size() << BITS | 1);
        deliveries.forEach(delivery -> delivery.dealt(this));
    }

    /** For its worker, when the one that it has begun last is done: the next one; null when it is to ask the engine. */
    @Nullable
    Delivery next(long now) {
        if (now >= until) {
            return null;
        }
        int seen = marks.get();
        while (begun(seen) < end(seen)) {
            if (marks.compareAndSet(seen, seen + 1)) {
                return deliveries.get(begun(seen));
            }
            seen = marks.get();
        }
        return null;
    }

    private static int begun(int marks) {
        return marks & ((1 << BITS) - 1);
    }

    private static int end(int marks) {
        return marks >>> BITS;
    }

    /** Takes back those that have not been begun. */
    List<Delivery> takeBack() {
        int seen = marks.get();
        while (!marks.compareAndSet(seen, begun(seen) << BITS | begun(seen))) {
            seen = marks.get();
        }
        return deliveries.subList(begun(seen), end(seen));
    }

    /** Those that are done: all that have been begun but for the last, which its worker reports itself. Each comes once. */
    List<Delivery> collect() {
        int from = collected;
        collected = begun() - 1;
        return deliveries.subList(from, collected);
    }

    int begun() {
        return begun(marks.get());
    }

    boolean hasMore() {
        int seen = marks.get();
        return begun(seen) < end(seen);
    }

    int size() {
        return deliveries.size();
    }

    long dealtAt() {
        return dealtAt;
    }

    boolean isLate(long now) {
        return now >= until;
    }
}
