package io.hopeit.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** What the work of a contender costs in its JVM. */
final class Meter {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
    private static final int PAUSE = 100_000_000;
    private static final int PAUSES = 20;

    private Meter() {}

    /** The results of a round. What the contender says itself counts, {@code end} in place of the time it returns. */
    static Map<String, Double> of(Contender contender, Task task) throws Exception {
        if (!task.isWarmUp()) {
            System.gc();
            awaitCompilers();
        }
        var heap = task.has("heap") ? Heap.watched() : null;
        long collecting = collecting();
        long compiling = COMPILERS.getTotalCompilationTime();
        long cpu = SYSTEM.getProcessCpuTime();
        long bytes = THREADS.getTotalThreadAllocatedBytes();
        long start = System.nanoTime();
        var results = new TreeMap<String, Double>(contender.run(task));
        var end = results.remove("end");
        results.putIfAbsent("nanos", (end == null ? System.nanoTime() : end) - start);
        results.putIfAbsent("cpu", (double) (SYSTEM.getProcessCpuTime() - cpu));
        results.putIfAbsent("bytes", (double) (THREADS.getTotalThreadAllocatedBytes() - bytes));
        results.putIfAbsent("compiling", (double) (COMPILERS.getTotalCompilationTime() - compiling));
        if (heap != null) {
            results.put("heap", heap.peak());
            results.put("gc", (collecting() - collecting) * 1e8 / Words.value(results, "nanos"));
        }
        return results;
    }

    /** Until they have nothing left to do, or for 2 s. */
    private static void awaitCompilers() {
        long before = -1;
        for (int i = 0; i < PAUSES && COMPILERS.getTotalCompilationTime() > before; i++) {
            before = COMPILERS.getTotalCompilationTime();
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** In ms. */
    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
