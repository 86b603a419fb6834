package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs all scenarios, or those that {@code bench.only} names, and writes the report. {@code bench.quick} does fewer
 * rounds of what the goals are about.
 */
final class Bench {
    private Bench() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        boolean isQuick = Boolean.getBoolean("bench.quick");
        var only = List.of(System.getProperty("bench.only", "").split(","));
        var scenarios = Scenarios.all(isQuick).stream()
                .filter(scenario -> only.contains("") || only.stream().anyMatch(scenario.name()::startsWith))
                .toList();
        try (var redis = new Redis()) {
            var report = new Report(redis.version());
            for (Scenario scenario : scenarios) {
                var results = new Rounds(redis, Integer.getInteger("bench.rounds", isQuick ? 3 : 7)).of(scenario);
                report.add(scenario, results);
            }
            var file = System.getProperty("bench.report", "");
            if (!isQuick && only.contains("") && !file.isEmpty()) {
                report.write(Path.of(file));
            }
        }
    }
}
