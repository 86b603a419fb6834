package io.hopeit.benchmarks;

import java.util.HashMap;
import java.util.Map;

/**
 * A contender in one scenario.
 *
 * @param name in tables and ratios
 * @param contender who does it
 * @param promise what it guarantees
 * @param share of the scenario's messages that it gets, for those who would take too long
 * @param options of its tasks
 */
record Entrant(String name, String contender, String promise, double share, Map<String, String> options) {
    Entrant(String name, String contender, String promise) {
        this(name, contender, promise, 1, Map.of());
    }

    Entrant with(String option, Object value) {
        var more = new HashMap<>(options);
        more.put(option, value.toString());
        return new Entrant(name, contender, promise, share, Map.copyOf(more));
    }

    /** With a part of the messages only. */
    Entrant of(double part) {
        return new Entrant(name, contender, promise, part, options);
    }
}
