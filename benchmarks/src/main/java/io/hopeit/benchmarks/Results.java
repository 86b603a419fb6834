package io.hopeit.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the rounds of a scenario have shown so far. */
final class Results {
    private final Map<String, List<Result>> rounds = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    void add(Entrant entrant, Result round) {
        rounds.computeIfAbsent(entrant.name(), name -> new ArrayList<>()).add(round);
    }

    /** It takes no further part, and has no numbers. */
    void fail(Entrant entrant, Exception failure) {
        failures.put(entrant.name(), String.valueOf(failure.getMessage()));
        rounds.remove(entrant.name());
    }

    boolean hasFailed(Entrant entrant) {
        return failures.containsKey(entrant.name());
    }

    /** Of each who has not failed. */
    Map<String, Result> medians() {
        var medians = new LinkedHashMap<String, Result>();
        rounds.forEach((name, results) -> medians.put(name, Result.median(results)));
        return medians;
    }

    /**
     * The median of what the ratio is in each round: what slows the machine down for a while is in all of a round, and not in
     * all rounds. NaN where no round has all that it compares.
     */
    double of(Ratio ratio) {
        int most = rounds.values().stream().mapToInt(List::size).max().orElse(0);
        var ratios = IntStream.range(0, most)
                .mapToDouble(i -> ratio.of(round(i)))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return Result.median(ratios);
    }

    private Map<String, Result> round(int i) {
        return rounds.entrySet().stream()
                .filter(of -> of.getValue().size() > i)
                .collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().get(i)));
    }

    /** Why those have failed who have. */
    Map<String, String> failures() {
        return failures;
    }
}
