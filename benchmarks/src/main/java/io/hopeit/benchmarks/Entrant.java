package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A contender in one scenario.
 *
 * @param name in tables and ratios
 * @param contender who does it
 * @param promise what it guarantees
 * @param own what it finds, if not what the others do
 * @param options of its tasks
 */
record Entrant(String name, String contender, String promise, Optional<Load> own, Map<String, String> options) {
    /** How options begin that a JVM has to be started with: those of others are said with each task. */
    private static final String[] OF_JVM = {"hopeit.", "jvm."};

    Entrant(String name, String contender, String promise) {
        this(name, contender, promise, Optional.empty(), Map.of());
    }

    Entrant with(String option, Object value) {
        var more = new HashMap<>(options);
        more.put(option, value.toString());
        return new Entrant(name, contender, promise, own, Map.copyOf(more));
    }

    Entrant promising(String other) {
        return new Entrant(name, contender, other, own, options);
    }

    /** With a part of the messages only, for those who would take too long. */
    Entrant of(double part) {
        return with("share", part);
    }

    /** With messages of its own. */
    Entrant on(Load load) {
        return new Entrant(name, contender, promise, Optional.of(load), options)
                .with("hopeit.stream.orders.key", Place.KEY + "-" + load.id());
    }

    double share() {
        return Double.parseDouble(options.getOrDefault("share", "1"));
    }

    int number(String option, int otherwise) {
        return Integer.parseInt(options.getOrDefault(option, "" + otherwise));
    }

    /** Entrants with the same can use one JVM. */
    String jvm() {
        var all = new TreeMap<String, String>();
        options.forEach((name, value) -> {
            for (String start : OF_JVM) {
                if (name.startsWith(start)) {
                    all.put(name, value);
                }
            }
        });
        return contender + " " + Words.line(all);
    }
}
