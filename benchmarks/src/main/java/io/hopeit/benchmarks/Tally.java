package io.hopeit.benchmarks;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Counts what is done, cheaply; one in a JVM. */
final class Tally {
    static final LongAdder DONE = new LongAdder();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Tally() {}

    /**
     * Until so many are done.
     *
     * @throws IllegalStateException when nothing is done any more
     */
    static void await(long count) {
        long done = DONE.sum();
        long since = System.nanoTime();
        while (done < count) {
            LockSupport.parkNanos(500_000);
            long now = DONE.sum();
            if (now > done) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException("stalls after %d of %d".formatted(now, count));
            }
            done = now;
        }
    }
}
