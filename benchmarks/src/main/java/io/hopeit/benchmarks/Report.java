package io.hopeit.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Prints what has been measured, and keeps it for a file. */
final class Report {
    /** A page without numbers. */
    static final String EMPTY = """
            # Performance
            <!-- facts -->
            <!-- end of facts -->

            ## Goals
            <!-- goals -->
            <!-- end of goals -->

            ## Tables
            <!-- tables -->
            <!-- end of tables -->
            """;

    private static final String GOALS = "goals";
    private static final String TABLES = "tables";

    /** By the name of their scenario. */
    private final Map<String, String> tables = new LinkedHashMap<>();
    /** Rows, by the name of their ratio. */
    private final Map<String, String> goals = new LinkedHashMap<>();

    private final Facts facts;
    private final PrintStream out;

    /**
     * What the numbers are about.
     *
     * @param date in ISO-8601
     * @param revision of what is measured
     * @param machine what kind
     * @param java the version
     * @param redis the version
     * @param libraries names and versions
     */
    record Facts(String date, String revision, String machine, String java, String redis, String libraries) {
        String text() {
            return """
                    | | |
                    |---|---|
                    | date | %s |
                    | revision | %s |
                    | machine | %s |
                    | Java | %s |
                    | server | %s, without persistence, over loopback |
                    | libraries | %s |
                    """.formatted(date, revision, machine, java, redis, libraries);
        }
    }

    Report(Facts facts, PrintStream out) {
        this.facts = facts;
        this.out = out;
    }

    void add(Scenario scenario, Results results) {
        var medians = results.medians();
        var table = table(scenario, medians, results.failures());
        out.println(table);
        var said = new StringJoiner(", ", "Ratio by round, median: ", ".\n\n").setEmptyValue("");
        for (Ratio ratio : scenario.ratios()) {
            double value = results.of(ratio);
            add(ratio, value);
            if (!Double.isNaN(value)) {
                said.add("`%s` %s".formatted(ratio.name(), Columns.measured(value)));
            }
        }
        tables.put(scenario.name(), table + "\n" + said);
    }

    private String table(Scenario scenario, Map<String, Result> medians, Map<String, String> failures) {
        var columns = Columns.of(scenario, medians);
        var table = new StringBuilder("### %s\n`%s`, %s, revision %s\n\n%s"
                .formatted(scenario.title(), scenario.name(), facts.date(), facts.revision(), columns.head()));
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
        // in one piece, as the errors of contenders may go to the same place
        out.println(String.format(Locale.ROOT, "%s=%.3f", ratio.name(), value));
        if (ratio.isGoal()) {
            var reached = Double.isNaN(value) ? "not measured" : ratio.isReached(value) ? "yes" : "**no**";
            goals.put(
                    ratio.name(),
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    ratio.name(),
                                    ratio.comparison().text(),
                                    Columns.measured(value),
                                    ratio.goalText(),
                                    reached));
        }
    }

    /** Renews the page of this file: what others have written around the numbers stays as it is. */
    void write(Path file) throws IOException {
        Files.writeString(file, renewed(page(file)).text());
    }

    /** Renews in the page of this file what has been measured, and leaves the numbers of other scenarios as they are. */
    void writePart(Path file) throws IOException {
        Files.writeString(file, renewedInPart(page(file)).text());
    }

    private static Page page(Path file) throws IOException {
        return new Page(Files.exists(file) ? Files.readString(file) : EMPTY);
    }

    /** Fails if that page has no place for what is measured. */
    void check(Path file) throws IOException {
        renewed(page(file));
    }

    Page renewed(Page page) {
        return page.with("facts", facts.text())
                .with(
                        GOALS,
                        "| ratio | of | measured | goal | reached |\n|---|---|--:|--:|---|\n"
                                + String.join("", goals.values()))
                .with(TABLES, String.join("", tables.values()));
    }

    Page renewedInPart(Page page) {
        var renewed = page;
        for (Map.Entry<String, String> goal : goals.entrySet()) {
            renewed = renewed.withRow(GOALS, goal.getKey(), goal.getValue());
        }
        for (Map.Entry<String, String> table : tables.entrySet()) {
            renewed = renewed.withSection(TABLES, table.getKey(), table.getValue());
        }
        return renewed;
    }
}
