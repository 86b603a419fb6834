package io.hopeit.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    int rounds(Entrant entrant) {
        return rounds.getOrDefault(entrant.name(), List.of()).size();
    }

    /** Of each who has not failed. */
    Map<String, Result> medians() {
        var medians = new LinkedHashMap<String, Result>();
        rounds.forEach((name, results) -> medians.put(name, Result.median(results)));
        return medians;
    }

    /** Why those have failed who have. */
    Map<String, String> failures() {
        return failures;
    }
}
