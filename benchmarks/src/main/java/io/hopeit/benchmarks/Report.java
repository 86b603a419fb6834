package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Prints what has been measured, and keeps it for a file. */
final class Report {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder goals = new StringBuilder();
    private final String server;

    Report(String server) {
        this.server = server;
    }

    void add(Scenario scenario, Map<String, Result> results) {
        var table = new StringBuilder("## " + scenario.title() + "\n\n");
        var first = results.values().iterator().next();
        table.append("| | per second | of the first | client µs | server µs | bytes | guarantees |\n")
                .append("|---|---|---|---|---|---|---|\n");
        for (Entrant entrant : scenario.entrants()) {
            var result = Words.value(results, entrant.name());
            table.append("| %s | %,.0f | %.2f | %.2f | %.2f | %,.0f | %s |\n"
                    .formatted(
                            entrant.name(),
                            result.perSecond(),
                            result.perSecond() / first.perSecond(),
                            result.client(),
                            result.server(),
                            result.bytes(),
                            promise(entrant, result)));
        }
        System.out.println(table);
        text.append(table).append('\n');
        for (Ratio ratio : scenario.ratios()) {
            double value = ratio.of(results);
            System.out.printf(Locale.ROOT, "%s=%.3f%n", ratio.name(), value);
            goals.append("| `%s` | %.2f | %s | %s |\n"
                    .formatted(ratio.name(), value, ratio.goalText(), ratio.isReached(value) ? "yes" : "no"));
        }
    }

    private static String promise(Entrant entrant, Result result) {
        return entrant.promise() + (result.more().isEmpty() ? "" : "; " + Words.line(result.more()));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, """
                # Performance

                Measured on %s by `benchmarks/`, which says how, on %d cores (%s), Java %s, %s without persistence, over
                loopback. Contenders take turns in one run, each in a JVM of its own; numbers are medians of their rounds.
                Compare within a table only.

                ## Goals

                | ratio | measured | goal | reached |
                |---|---|---|---|
                %s
                %s""".formatted(
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Machine.kind(),
                        Runtime.version(),
                        server,
                        goals,
                        text.toString().stripTrailing() + "\n"));
    }
}
