package io.hopeit.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** The JVM of one contender: does a task for each line, and says in a line what that has cost. */
final class Child {
    /** How lines with results begin; others are what anybody prints. */
    static final String RESULT = "@@ ";

    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Child() {}

    /** With the name of a contender. */
    public static void main(String[] args) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var line = lines.readLine();
        if (line != null) {
            try (var contender = Contenders.of(args[0], Task.of(line))) {
                while (line != null) {
                    System.out.println(RESULT + measure(contender, Task.of(line)));
                    line = lines.readLine();
                }
            }
        }
        System.exit(0);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong is a result
    private static String measure(Contender contender, Task task) {
        try {
            contender.prepare(task);
            System.gc();
            long cpu = SYSTEM.getProcessCpuTime();
            long bytes = THREADS.getTotalThreadAllocatedBytes();
            long start = System.nanoTime();
            var results = new TreeMap<String, Double>(contender.run(task));
            var end = results.remove("end");
            results.put("nanos", (end == null ? System.nanoTime() : end) - start);
            results.put("cpu", (double) (SYSTEM.getProcessCpuTime() - cpu));
            results.put("bytes", (double) (THREADS.getTotalThreadAllocatedBytes() - bytes));
            return Words.line(results);
        } catch (Exception e) {
            e.printStackTrace();
            return "failed=" + String.valueOf(e).replace(' ', '_').replace('\n', '_');
        }
    }
}
