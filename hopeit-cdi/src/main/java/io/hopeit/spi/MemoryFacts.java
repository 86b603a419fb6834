package io.hopeit.spi;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * Facts that only this process knows, and that do not survive it: for one instance, tests and trials. Thread-safe.
 *
 * {@snippet :
 * @TestBean
 * SharedFacts facts = new MemoryFacts();
 * }
 */
public final class MemoryFacts implements SharedFacts {
    private static final int MOST = 1_000_000;

    private final LongSupplier nanoClock;
    private final int most;
    private final Map<String, Fact> facts = new HashMap<>();
    private final PriorityQueue<Fact> byExpiry = new PriorityQueue<>(Comparator.comparingLong(Fact::expiry));

    /** The expiry is in nanoseconds since the first call. */
    private record Fact(String key, long expiry) {}

    /** With room for a million facts; when it is full, it refuses to remember more rather than to forget. */
    public MemoryFacts() {
        this(nanosFromNow(), MOST);
    }

    MemoryFacts(LongSupplier nanoClock, int most) {
        this.nanoClock = nanoClock;
        this.most = most;
    }

    private static LongSupplier nanosFromNow() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start;
    }

    @Override
    public synchronized void remember(String key, Duration duration) {
        expire();
        if (facts.size() >= most && !facts.containsKey(key)) {
            throw new FactsUnavailableException(
                    "cannot remember more than %d facts in memory: share them in Redis".formatted(most), null);
        }
        var fact = new Fact(key, nanoClock.getAsLong() + duration.toNanos());
        var old = facts.put(key, fact);
        if (old != null) {
            byExpiry.remove(old);
        }
        byExpiry.add(fact);
    }

    @Override
    public synchronized boolean knows(String key) {
        expire();
        return facts.containsKey(key);
    }

    private void expire() {
        long now = nanoClock.getAsLong();
        for (var next = byExpiry.peek(); next != null && next.expiry() <= now; next = byExpiry.peek()) {
            facts.remove(next.key());
            byExpiry.remove();
        }
    }
}
