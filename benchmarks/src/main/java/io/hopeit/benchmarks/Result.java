package io.hopeit.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What one round of an entrant has shown, or the median of several. A number that is not known is NaN.
 *
 * @param perSecond messages or requests
 * @param client processor time of the contender for each, in µs
 * @param server processor time of Redis for each, in µs
 * @param bytes allocated for each
 * @param more whatever else there is
 */
record Result(double perSecond, double client, double server, double bytes, Map<String, Double> more) {
    private static final List<String> OF_ALL = List.of("nanos", "cpu", "bytes", "compiling");

    static Result of(Map<String, String> words, int count, double serverSeconds) {
        if (words.containsKey("failed")) {
            throw new IllegalStateException(words.get("failed"));
        }
        var numbers = new TreeMap<String, Double>();
        words.forEach((name, value) -> numbers.put(name, Double.valueOf(value)));
        return new Result(
                count * 1e9 / Words.value(numbers, "nanos"),
                Words.value(numbers, "cpu") / 1e3 / count,
                serverSeconds * 1e6 / count,
                Words.value(numbers, "bytes") / count,
                more(numbers));
    }

    private static Map<String, Double> more(Map<String, Double> numbers) {
        var more = new TreeMap<>(numbers);
        more.keySet().removeAll(OF_ALL);
        return more;
    }

    /** Of each number its own. */
    static Result median(List<Result> rounds) {
        var more = new TreeMap<String, Double>();
        rounds.getFirst()
                .more()
                .keySet()
                .forEach(name ->
                        more.put(name, median(rounds, round -> round.more().getOrDefault(name, Double.NaN))));
        return new Result(
                median(rounds, Result::perSecond),
                median(rounds, Result::client),
                median(rounds, Result::server),
                median(rounds, Result::bytes),
                more);
    }

    private static double median(List<Result> rounds, ToDoubleFunction<Result> of) {
        return median(rounds.stream().mapToDouble(of).toArray());
    }

    /** NaN where there is none. */
    static double median(double[] numbers) {
        if (numbers.length == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.stream(numbers).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** One of its numbers by name. */
    double number(String name) {
        return switch (name) {
            case "rate" -> perSecond;
            case "client" -> client;
            case "server" -> server;
            case "bytes" -> bytes;
            default -> more.getOrDefault(name, Double.NaN);
        };
    }
}
