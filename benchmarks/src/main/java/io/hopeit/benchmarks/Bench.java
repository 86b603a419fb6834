package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Runs all scenarios, or those that {@code bench.only} names, and writes the report: of some only what they are about,
 * and only if {@code bench.renew} says so. {@code bench.quick} does fewer
 * rounds of what the goals are about.
 */
final class Bench {
    private Bench() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        long began = System.nanoTime();
        var plan = Plan.configured();
        var only = List.of(System.getProperty("bench.only", "").split(","));
        var scenarios = Scenarios.all(plan.isQuick()).stream()
                .filter(scenario -> only.contains("") || only.stream().anyMatch(scenario.name()::startsWith))
                .toList();
        var file = System.getProperty("bench.report", "");
        boolean isWhole = only.contains("");
        boolean isWritten = !plan.isQuick() && !file.isEmpty() && (isWhole || Boolean.getBoolean("bench.renew"));
        try (var redis = new Redis();
                var jvms = new Jvms()) {
            var report = new Report(facts(redis), System.out);
            if (isWritten) {
                report.check(Path.of(file));
            }
            var schedule = new Schedule(plan, scenarios);
            for (int i = 0; i < scenarios.size(); i++) {
                var scenario = scenarios.get(i);
                double start = seconds(began);
                var next = schedule.next(i, start);
                report.add(scenario, new Rounds(redis, jvms, next).of(scenario));
                jvms.keepFor(scenarios.subList(i + 1, scenarios.size()));
                System.err.printf(
                        "%s took %.0f s, at %.0f %% of its length%n",
                        scenario.name(), seconds(began) - start, 100 * next.pace());
            }
            if (isWritten && isWhole) {
                report.write(Path.of(file));
            } else if (isWritten) {
                report.writePart(Path.of(file));
            }
        }
        System.out.println("duration-s=" + Math.round(seconds(began)));
    }

    /** How long it has taken since then. */
    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static Report.Facts facts(Redis redis) {
        return new Report.Facts(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Versions.revision(),
                Machine.text(),
                Runtime.version().toString(),
                redis.version(),
                new Versions(System.getProperty("java.class.path")).text());
    }
}
