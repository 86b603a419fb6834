package io.hopeit.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How long messages took from the moment they were sent to the end of the work on them; one in a JVM. */
final class Latencies {
    /** The first tenth is not looked at. */
    private static final int WARM_UP = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static volatile long[] nanos = new long[0];
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger KNOWN = new AtomicInteger();

    private Latencies() {}

    static void expect(int count) {
        nanos = new long[count];
        NEXT.set(0);
        KNOWN.set(0);
    }

    static boolean areExpected() {
        return nanos.length > 0;
    }

    /** One is done that was sent at this time of this JVM's clock. */
    static void done(long sent) {
        int index = NEXT.getAndIncrement();
        if (index < nanos.length) {
            nanos[index] = System.nanoTime() - sent;
            KNOWN.incrementAndGet();
        }
    }

    static void await() {
        long since = System.nanoTime();
        while (KNOWN.get() < nanos.length) {
            LockSupport.parkNanos(1_000_000);
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException("%d of %d have come".formatted(KNOWN.get(), nanos.length));
            }
        }
    }

    /** In µs. */
    static Map<String, Double> results() {
        var sorted = Arrays.copyOfRange(nanos, nanos.length / WARM_UP, nanos.length);
        Arrays.sort(sorted);
        return Map.of("p50", at(sorted, 0.5), "p99", at(sorted, 0.99), "p999", at(sorted, 0.999));
    }

    private static double at(long[] sorted, double part) {
        return Math.rint(sorted[(int) (part * (sorted.length - 1))] / 1e3);
    }
}
