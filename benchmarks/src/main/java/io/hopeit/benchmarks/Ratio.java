package io.hopeit.benchmarks;

import java.util.Map;

/**
 * Two numbers that are compared.
 *
 * @param name how it is printed
 * @param above the entrant whose number is divided
 * @param below by that of this one; a number instead of a name is that number
 * @param number which: {@code rate}, {@code client}, {@code bytes}, {@code p50}
 * @param goal what it should be at least, or at most when negative
 */
record Ratio(String name, String above, String below, String number, double goal) {
    double of(Map<String, Result> results) {
        var divisor = results.get(below);
        return Words.value(results, above).number(number)
                / (divisor == null ? Double.parseDouble(below) : divisor.number(number));
    }

    boolean isReached(double value) {
        return goal >= 0 ? value >= goal : value <= -goal;
    }

    String goalText() {
        return (goal >= 0 ? "at least " : "at most ") + Math.abs(goal);
    }
}
