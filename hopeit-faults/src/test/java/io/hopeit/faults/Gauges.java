package io.hopeit.faults;

import io.hopeit.faults.Ledger.Phase;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import java.lang.management.ManagementFactory;
import org.jboss.weld.environment.se.WeldContainer;

/** Writes down now and then what a process holds: its heap, threads, and messages in flight. */
record Gauges(WeldContainer container, Ledger ledger) {
    private static final long PAUSE_MILLIS = 250;
    private static final int EACH_GC = 4;

    void run() {
        try {
            for (int i = 0; ; i++) {
                Thread.sleep(PAUSE_MILLIS);
                ledger.write("in-flight", inFlight(), Phase.GAUGE);
                if (i % EACH_GC == 0) {
                    measure();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure() {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        ledger.write("heap-kb", heap.getUsed() / 1024, Phase.GAUGE);
        ledger.write("threads", ManagementFactory.getThreadMXBean().getThreadCount(), Phase.GAUGE);
    }

    private long inFlight() {
        long sum = 0;
        for (EventLoops kind : container.select(EventLoops.class)) {
            for (EventLoop loop : kind.loops()) {
                sum += loop.details().get("inFlight") instanceof Number number ? number.longValue() : 0;
            }
        }
        return sum;
    }
}
