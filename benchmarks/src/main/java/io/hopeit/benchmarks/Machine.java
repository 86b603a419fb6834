package io.hopeit.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of machine this is; not which one. What Linux alone says is not there elsewhere. */
final class Machine {
    private static final Path SYSTEM = Path.of("/proc");
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*: (.*)$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s*(\\d+) kB$");

    private Machine() {}

    static String text() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores%s, %.0f GiB, %s"
                .formatted(
                        system.getAvailableProcessors(),
                        found(MODEL, "cpuinfo").map(model -> " (" + model + ")").orElse(""),
                        system.getTotalMemorySize() / (double) (1 << 30),
                        system.getName());
    }

    /** What a process has of the memory of the machine, in MB; NaN when that is not known. */
    static double resident(long process) {
        return found(RESIDENT, process + "/status")
                .map(kib -> Double.parseDouble(kib) * 1024 / 1e6)
                .orElse(Double.NaN);
    }

    private static Optional<String> found(Pattern pattern, String file) {
        try {
            var matcher = pattern.matcher(Files.readString(SYSTEM.resolve(file)));
            return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
