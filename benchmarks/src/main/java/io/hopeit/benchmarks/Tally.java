package io.hopeit.benchmarks;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Counts what is done, cheaply; one in a JVM. */
final class Tally {
    static final LongAdder DONE = new LongAdder();

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long SHORTEST = 100_000;
    private static final long LONGEST = 10_000_000;
    private static final long FIRST = 1_000_000;

    private Tally() {}

    /**
     * Until so many are done. It looks seldom while there is much left, as each look takes from what is measured: two thousand
     * a second took a seventh of a core.
     *
     * @throws IllegalStateException when nothing is done any more
     */
    static void await(LongAdder counter, long count) {
        long start = System.nanoTime();
        long since = start;
        long done = 0;
        while (done < count) {
            LockSupport.parkNanos(pause(done, count, System.nanoTime() - start));
            long now = counter.sum();
            if (now > done) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException("stalls after %d of %d".formatted(now, count));
            }
            done = now;
        }
    }

    /** A quarter of what is left, if it goes on like this. */
    private static long pause(long done, long count, long nanos) {
        if (done == 0) {
            return FIRST;
        }
        double left = nanos / (double) done * (count - done);
        return Math.clamp((long) left / 4, SHORTEST, LONGEST);
    }
}
