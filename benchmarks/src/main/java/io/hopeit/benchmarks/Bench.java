package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Runs all scenarios, or those that {@code bench.only} names, and writes the report. {@code bench.quick} does fewer
 * rounds of what the goals are about.
 */
final class Bench {
    private Bench() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        var plan = Plan.configured();
        var only = List.of(System.getProperty("bench.only", "").split(","));
        var scenarios = Scenarios.all(plan.isQuick()).stream()
                .filter(scenario -> only.contains("") || only.stream().anyMatch(scenario.name()::startsWith))
                .toList();
        var file = System.getProperty("bench.report", "");
        boolean isWritten = !plan.isQuick() && only.contains("") && !file.isEmpty();
        try (var redis = new Redis();
                var jvms = new Jvms()) {
            var report = new Report(facts(redis), System.out);
            if (isWritten) {
                report.check(Path.of(file));
            }
            var rounds = new Rounds(redis, jvms, plan);
            for (int i = 0; i < scenarios.size(); i++) {
                long start = System.nanoTime();
                report.add(scenarios.get(i), rounds.of(scenarios.get(i)));
                jvms.keepFor(scenarios.subList(i + 1, scenarios.size()));
                System.err.printf("%s took %.0f s%n", scenarios.get(i).name(), (System.nanoTime() - start) / 1e9);
            }
            if (isWritten) {
                report.write(Path.of(file));
            }
        }
        if (plan.isLate()) {
            System.err.println(
                    "The machine is slow: the last scenarios had fewer rounds, to be over within five minutes");
        }
        System.out.println("duration-s=" + Math.round(plan.seconds()));
    }

    private static Report.Facts facts(Redis redis) {
        return new Report.Facts(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Machine.text(),
                Runtime.version().toString(),
                redis.version(),
                new Versions(System.getProperty("java.class.path")).text());
    }
}
