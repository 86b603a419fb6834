package io.hopeit.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Prints what has been measured, and keeps it for a file. */
final class Report {
    private final StringBuilder tables = new StringBuilder();
    private final StringBuilder goals = new StringBuilder();
    private final Facts facts;
    private final PrintStream out;

    /**
     * What the numbers are about.
     *
     * @param date in ISO-8601
     * @param machine what kind
     * @param java the version
     * @param redis the version
     * @param libraries names and versions
     */
    record Facts(String date, String machine, String java, String redis, String libraries) {}

    Report(Facts facts, PrintStream out) {
        this.facts = facts;
        this.out = out;
    }

    void add(Scenario scenario, Results results) {
        var medians = results.medians();
        var table = table(scenario, medians, results.failures());
        out.println(table);
        tables.append(table).append('\n');
        for (Ratio ratio : scenario.ratios()) {
            add(ratio, results.of(ratio));
        }
    }

    private static String table(Scenario scenario, Map<String, Result> medians, Map<String, String> failures) {
        var columns = Columns.of(scenario, medians);
        var table = new StringBuilder("## " + scenario.title() + "\n`" + scenario.name() + "`\n\n" + columns.head());
        for (Entrant entrant : scenario.entrants()) {
            var result = medians.get(entrant.name());
            if (result != null) {
                table.append(columns.row(entrant, result));
            } else if (failures.containsKey(entrant.name())) {
                table.append(columns.failed(entrant, Words.value(failures, entrant.name())));
            }
        }
        return table.toString();
    }

    private void add(Ratio ratio, double value) {
        out.printf(Locale.ROOT, "%s=%.3f%n", ratio.name(), value);
        if (ratio.isGoal()) {
            var reached = Double.isNaN(value) ? "not measured" : ratio.isReached(value) ? "yes" : "**no**";
            goals.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            ratio.name(),
                            ratio.comparison().text(),
                            Columns.measured(value),
                            ratio.goalText(),
                            reached));
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        return """
                # Performance
                Measured by [benchmarks](../benchmarks), whose README says how, and written by it.

                | | |
                |---|---|
                | date | %s |
                | machine | %s |
                | Java | %s |
                | server | %s, without persistence, over loopback |
                | libraries | %s |

                Contenders take turns in one run, each in a JVM of its own; numbers are medians of their rounds, and a
                ratio is the median of what it is in each round.
                Rates depend on the machine: compare within a table only. *of the first* is the rate beside that of the
                first line, *CPU µs* and *bytes* are what the contender takes for each message, *Redis µs* what Redis does.

                ## Goals
                | ratio | of | measured | goal | reached |
                |---|---|--:|--:|---|
                %s
                %s""".formatted(
                        facts.date(),
                        facts.machine(),
                        facts.java(),
                        facts.redis(),
                        facts.libraries(),
                        goals,
                        tables.toString().stripTrailing() + "\n");
    }
}
