package io.hopeit.benchmarks;

import java.lang.management.ManagementFactory;

/** What kind of machine this is; not which one. */
final class Machine {
    private Machine() {}

    static String text() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %.0f GiB, %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / (double) (1 << 30),
                        system.getName());
    }
}
