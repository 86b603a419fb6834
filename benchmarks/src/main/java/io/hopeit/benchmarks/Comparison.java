package io.hopeit.benchmarks;

import java.util.Map;

/** What is made of the results of a scenario. NaN where a result is missing. */
sealed interface Comparison {
    double of(Map<String, Result> results);

    /** As words. */
    String text();

    private static double number(Map<String, Result> results, String entrant, String number) {
        var result = results.get(entrant);
        return result == null ? Double.NaN : result.number(number);
    }

    /** How often the one has what the other has. */
    record Quotient(String above, String below, String number) implements Comparison {
        @Override
        public double of(Map<String, Result> results) {
            return Comparison.number(results, above, number) / Comparison.number(results, below, number);
        }

        @Override
        public String text() {
            return "%s / %s, %s".formatted(above, below, number);
        }
    }

    /** What part of a limit one reaches. */
    record OfLimit(String entrant, String number, double limit) implements Comparison {
        @Override
        public double of(Map<String, Result> results) {
            return Comparison.number(results, entrant, number) / limit;
        }

        @Override
        public String text() {
            return "%s / %,.0f, %s".formatted(entrant, limit, number);
        }
    }

    /** What the one has more than the other. */
    record Difference(String more, String less, String number) implements Comparison {
        @Override
        public double of(Map<String, Result> results) {
            return Comparison.number(results, more, number) - Comparison.number(results, less, number);
        }

        @Override
        public String text() {
            return "%s - %s, %s".formatted(more, less, number);
        }
    }

    /** A number as it is. */
    record Itself(String entrant, String number) implements Comparison {
        @Override
        public double of(Map<String, Result> results) {
            return Comparison.number(results, entrant, number);
        }

        @Override
        public String text() {
            return "%s, %s".formatted(entrant, number);
        }
    }
}
