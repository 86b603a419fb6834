package io.hopeit.benchmarks;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Counts what is done, cheaply; one in a JVM. */
final class Tally {
    static final LongAdder DONE = new LongAdder();

    private Tally() {}

    static void await(long count) {
        while (DONE.sum() < count) {
            LockSupport.parkNanos(500_000);
        }
    }
}
