package io.hopeit.benchmarks;

import java.util.Map;

/**
 * Numbers that are compared with each other and with a goal.
 *
 * @param name how it is printed
 * @param comparison of which numbers: {@code rate}, {@code client}, {@code bytes}, {@code p50}
 * @param goal what it should be at least, or at most when negative; NaN when there is none
 */
record Ratio(String name, Comparison comparison, double goal) {
    /** The quotient of two entrants' numbers; a number in place of the second one's name is that number. */
    Ratio(String name, String above, String below, String number, double goal) {
        this(
                name,
                below.matches("[0-9.]+")
                        ? new Comparison.OfLimit(above, number, Double.parseDouble(below))
                        : new Comparison.Quotient(above, below, number),
                goal);
    }

    double of(Map<String, Result> results) {
        return comparison.of(results);
    }

    boolean isReached(double value) {
        return goal >= 0 ? value >= goal : value <= -goal;
    }

    boolean isGoal() {
        return !Double.isNaN(goal);
    }

    String goalText() {
        return (goal >= 0 ? "at least " : "at most ") + Columns.plain(Math.abs(goal));
    }
}
