package io.hopeit.benchmarks;

import java.lang.management.ManagementFactory;

/** How much of the heap is used at most, looked at again and again. */
final class Heap {
    private static final int PAUSE = 10;
    private final Thread watching = Thread.ofPlatform().daemon().unstarted(this::watch);
    private volatile long peak;

    static Heap watched() {
        var heap = new Heap();
        heap.watching.start();
        return heap;
    }

    private void watch() {
        try {
            while (true) {
                peak = Math.max(
                        peak,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In MiB; it is not watched any more. */
    double peak() {
        watching.interrupt();
        return peak / (double) (1 << 20);
    }
}
