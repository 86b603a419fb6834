package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Has the entrants of a scenario work in turn, so that whatever slows the machine down slows all of them. */
record Rounds(Redis redis, int count) {
    /** For the compiler of the JVM to get ready. */
    private static final int WARM_UP = 2;

    /** Further options for the JVMs of contenders, a flight recording for example. */
    private static final List<String> JVM_OPTIONS = Stream.of(
                    System.getProperty("bench.jvm", "").split(" ", -1))
            .filter(option -> !option.isEmpty())
            .toList();

    private static final String KEY = "bench.1x0.orders";
    private static final String WRITTEN = "bench.1x0.published";
    private static final String RELAYED = "bench.1x0.relayed";

    Map<String, Result> of(Scenario scenario) throws IOException {
        redis.empty();
        var load = scenario.load();
        if (load.isRead()) {
            redis.fill(KEY, load);
        }
        var jvms = new LinkedHashMap<Entrant, Jvm>();
        try {
            for (Entrant entrant : entrants(scenario)) {
                jvms.put(entrant, Jvm.start(entrant.contender(), JVM_OPTIONS));
            }
            return medians(scenario, jvms);
        } finally {
            for (Jvm jvm : jvms.values()) {
                jvm.close();
            }
        }
    }

    /** All, or one only, to look into it. */
    private static List<Entrant> entrants(Scenario scenario) {
        var only = System.getProperty("bench.entrant", "");
        return scenario.entrants().stream()
                .filter(entrant -> only.isEmpty() || entrant.name().equals(only))
                .toList();
    }

    private Map<String, Result> medians(Scenario scenario, Map<Entrant, Jvm> jvms) throws IOException {
        var rounds = new LinkedHashMap<String, List<Result>>();
        for (int i = 0; i < WARM_UP + count; i++) {
            for (Map.Entry<Entrant, Jvm> each : jvms.entrySet()) {
                var result = round(scenario, each.getKey(), each.getValue());
                if (i >= WARM_UP) {
                    rounds.computeIfAbsent(each.getKey().name(), name -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        var medians = new LinkedHashMap<String, Result>();
        rounds.forEach((name, results) -> medians.put(name, Result.median(results)));
        return medians;
    }

    private Result round(Scenario scenario, Entrant entrant, Jvm jvm) throws IOException {
        var group = entrant.options().getOrDefault("group", entrant.name().replace(' ', '-'));
        if (scenario.load().isRead()) {
            redis.group(KEY, group);
        }
        int messages = (int) (scenario.load().count() * entrant.share());
        var options = new HashMap<>(entrant.options());
        options.putIfAbsent("batch", "500");
        options.put("size", "" + scenario.load().size());
        options.put("target", RELAYED);
        var task = new Task(redis.port(), scenario.load().isRead() ? KEY : WRITTEN, group, messages, options);
        double before = redis.cpu();
        var result = Result.of(jvm.run(task), messages, redis.cpu() - before);
        System.err.printf("%s, %s: %,.0f per second%n", scenario.name(), entrant.name(), result.perSecond());
        check(scenario, entrant, group, messages);
        redis.delete(RELAYED);
        redis.delete(WRITTEN);
        return result;
    }

    private void check(Scenario scenario, Entrant entrant, String group, int messages) throws IOException {
        int pending = scenario.load().isRead() && entrant.share() == 1 ? redis.pending(KEY, group) : 0;
        if (pending > 0) {
            throw new IllegalStateException(
                    "%s left %d of %d messages unacknowledged".formatted(entrant.name(), pending, messages));
        }
    }
}
