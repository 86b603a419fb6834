package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What kind of machine this is. */
final class Machine {
    private Machine() {}

    /** The model of its processor where that is known, else its architecture. */
    static String kind() {
        var info = Path.of("/proc/cpuinfo");
        try {
            if (Files.exists(info)) {
                return Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            }
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
        return System.getProperty("os.arch");
    }
}
