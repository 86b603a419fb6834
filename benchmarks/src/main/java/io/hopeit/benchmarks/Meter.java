package io.hopeit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.management.MBeanServerConnection;

/** What work costs in the JVM that does it, this one or another. */
final class Meter {
    private static final int PAUSE = 100_000_000;
    private static final int PAUSES = 40;

    private final OperatingSystemMXBean system;
    private final ThreadMXBean threads;
    private final CompilationMXBean compilers;
    private final MemoryMXBean memory;
    private final List<GarbageCollectorMXBean> collectors;

    /** Of the JVM whose beans these are. */
    Meter(MBeanServerConnection jvm) throws IOException {
        this.system = ManagementFactory.getPlatformMXBean(jvm, OperatingSystemMXBean.class);
        this.threads = ManagementFactory.getPlatformMXBean(jvm, ThreadMXBean.class);
        this.compilers = ManagementFactory.getPlatformMXBean(jvm, CompilationMXBean.class);
        this.memory = ManagementFactory.getPlatformMXBean(jvm, MemoryMXBean.class);
        this.collectors = ManagementFactory.getPlatformMXBeans(jvm, GarbageCollectorMXBean.class);
    }

    /** The results of a round. What the contender says itself counts, {@code end} in place of the time it returns. */
    Map<String, Double> measure(Contender contender, Task task) throws Exception {
        if (!task.isWarmUp()) {
            memory.gc();
        }
        awaitCompilers(); // what is interpreted meanwhile would be so for longer
        var heap = task.has("heap") ? Heap.watched() : null;
        long collecting = collecting();
        long compiling = compilers.getTotalCompilationTime();
        long cpu = system.getProcessCpuTime();
        long bytes = threads.getTotalThreadAllocatedBytes();
        long start = System.nanoTime();
        var results = new TreeMap<String, Double>(contender.run(task));
        var end = results.remove("end");
        results.putIfAbsent("nanos", (end == null ? System.nanoTime() : end) - start);
        results.putIfAbsent("cpu", (double) (system.getProcessCpuTime() - cpu));
        results.putIfAbsent("bytes", (double) (threads.getTotalThreadAllocatedBytes() - bytes));
        results.putIfAbsent("compiling", (double) (compilers.getTotalCompilationTime() - compiling));
        if (heap != null) {
            results.put("heap", heap.peak());
            results.put("gc", (collecting() - collecting) * 1e8 / Words.value(results, "nanos"));
        }
        return results;
    }

    /** Until they and all others have little left to do, or for 4 s: one method may take them longer than a pause. */
    private void awaitCompilers() {
        long since = system.getProcessCpuTime() - PAUSE;
        for (int i = 0; i < PAUSES && system.getProcessCpuTime() - since > PAUSE / 4; i++) {
            since = system.getProcessCpuTime();
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** In ms. */
    private long collecting() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
