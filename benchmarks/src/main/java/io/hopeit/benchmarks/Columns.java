package io.hopeit.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A table of results; a column that has no number for anybody is left out. */
record Columns(List<Column> columns) {
    /** The smallest number that is worth a column. */
    private static final double SOME = 0.005;

    private static final List<Column> ALL = List.of(
            ofEach("per second", "%,.0f", Result::perSecond),
            of("p50", "p50 µs", "%,.0f"),
            of("p99", "p99 µs", "%,.0f"),
            of("p999", "p99.9 µs", "%,.0f"),
            of("millis", "ms", "%,.0f"),
            of("processor", "processor ms", "%,.0f"),
            ofEach("CPU µs", "%.2f", Result::client),
            ofEach("Redis µs", "%.2f", Result::server),
            ofEach("bytes", "%,.0f", Result::bytes),
            of("live", "MB of heap", "%,.1f"),
            of("resident", "MB resident", "%,.0f"),
            of("heap", "peak heap MiB", "%,.0f"),
            of("gc", "collecting %", "%.1f"));

    /**
     * A number of each entrant.
     *
     * @param title above
     * @param format of each
     * @param number of an entrant with that result
     */
    private record Column(String title, String format, ToDoubleBiFunction<Entrant, Result> number) {
        String text(Entrant entrant, Result result) {
            double value = number.applyAsDouble(entrant, result);
            return Double.isNaN(value) ? "" : format.formatted(value);
        }

        boolean isThere(Entrant entrant, Result result) {
            return Math.abs(number.applyAsDouble(entrant, result)) >= SOME;
        }
    }

    private static Column of(String name, String title, String format) {
        return new Column(title, format, (entrant, result) -> result.number(name));
    }

    /** What is about each message: those who do something once have none. */
    private static Column ofEach(String title, String format, ToDoubleFunction<Result> number) {
        return new Column(
                title, format, (entrant, result) -> isOnce(entrant) ? Double.NaN : number.applyAsDouble(result));
    }

    private static boolean isOnce(Entrant entrant) {
        return entrant.options().containsKey("once");
    }

    static Columns of(Scenario scenario, Map<String, Result> results) {
        var entrants = scenario.entrants().stream()
                .filter(entrant -> results.containsKey(entrant.name()))
                .toList();
        var columns = new ArrayList<>(ALL);
        columns.addAll(1, shares(entrants, results));
        columns.removeIf(column ->
                entrants.stream().noneMatch(entrant -> column.isThere(entrant, Words.value(results, entrant.name()))));
        return new Columns(columns);
    }

    /** Where there is a limit, what part of it was reached, else of the first, unless all have to do as many. */
    private static List<Column> shares(List<Entrant> entrants, Map<String, Result> results) {
        if (entrants.stream().anyMatch(entrant -> entrant.options().containsKey("limit"))) {
            return List.of(
                    new Column("limit", "%,.0f", (entrant, result) -> entrant.number("limit", 0)),
                    new Column("of it", "%.2f", (entrant, result) -> result.perSecond() / entrant.number("limit", 0)));
        }
        if (entrants.size() < 2
                || entrants.stream().anyMatch(Columns::isOnce)
                || entrants.stream().anyMatch(entrant -> entrant.options().containsKey("rate"))) {
            return List.of();
        }
        double first = Words.value(results, entrants.getFirst().name()).perSecond();
        return List.of(new Column("of the first", "%.2f", (entrant, result) -> result.perSecond() / first));
    }

    /** The first two lines. */
    String head() {
        var titles = columns.stream().map(column -> " " + column.title() + " |").collect(Collectors.joining());
        return "| |" + titles + " guarantees |\n|---|" + "--:|".repeat(columns.size()) + "---|\n";
    }

    String row(Entrant entrant, Result result) {
        var numbers = columns.stream()
                .map(column -> " " + column.text(entrant, result) + " |")
                .collect(Collectors.joining());
        return "| %s |%s %s |\n".formatted(entrant.name(), numbers, entrant.promise());
    }

    /** Of one who has no numbers. */
    String failed(Entrant entrant, String why) {
        return "| %s |%s %s |\n".formatted(entrant.name(), " |".repeat(columns.size()), "failed: " + why);
    }

    /** A number as short as it can be: 0.75, 15, 1,024. */
    static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%.2f", number).replaceAll("0$", "");
    }

    /** With as many digits as matter; nothing when it is not known. */
    static String measured(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        double size = Math.abs(number);
        return String.format(Locale.ROOT, size < 10 ? "%.3f" : size < 100 ? "%.1f" : "%,.0f", number);
    }
}
