package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has the entrants of a scenario work in turn, so that whatever slows the machine down slows all of them. */
final class Rounds {
    private static final String RELAYED = "bench.1x0.relayed";

    private final Redis redis;
    private final Jvms jvms;
    private final Plan plan;

    Rounds(Redis redis, Jvms jvms, Plan plan) {
        this.redis = redis;
        this.jvms = jvms;
        this.plan = plan;
    }

    Results of(Scenario scenario) throws IOException {
        redis.empty();
        var stock = new Stock(redis);
        var results = new Results();
        var entrants = entrants(scenario);
        for (Entrant entrant : entrants) {
            attempt(results, entrant, () -> {
                stock.fill(scenario, entrant, count(scenario, entrant));
                warmUp(scenario, entrant);
            });
        }
        for (int i = 0; i < entrants.stream().mapToInt(plan::rounds).max().orElse(0); i++) {
            for (Entrant entrant : entrants) {
                if (i < plan.rounds(entrant)) {
                    attempt(results, entrant, () -> measure(scenario, entrant, results));
                }
            }
        }
        return results;
    }

    /** All, or those whose names are as a pattern says, to look into them. */
    private static List<Entrant> entrants(Scenario scenario) {
        var only = System.getProperty("bench.entrant", "");
        return scenario.entrants().stream()
                .filter(entrant -> only.isEmpty() || entrant.name().matches(only))
                .toList();
    }

    /** What can go wrong for one entrant, and is no reason to stop the others. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Results results, Entrant entrant, Attempt attempt) throws IOException {
        if (!results.hasFailed(entrant)) {
            try {
                attempt.run();
            } catch (IOException | IllegalStateException e) {
                System.err.println(entrant.name() + " has failed: " + e);
                results.fail(entrant, e);
                jvms.end(entrant);
            }
        }
    }

    private void warmUp(Scenario scenario, Entrant entrant) throws IOException {
        var jvm = jvms.of(entrant);
        var warmUp = plan.warmUp(entrant, jvm.isWarm());
        while (!warmUp.isOver()) {
            long start = System.nanoTime();
            var words = round(scenario, entrant, true).words();
            warmUp.add((System.nanoTime() - start) / 1e9, number(words, "compiling") / 1e3);
        }
        jvm.isNowWarm();
        System.err.printf("%s, %s: ready after %.0f s%n", scenario.name(), entrant.name(), warmUp.seconds());
    }

    private static double number(Map<String, String> words, String name) {
        if (words.containsKey("failed")) {
            throw new IllegalStateException(words.get("failed"));
        }
        return Double.parseDouble(Words.value(words, name));
    }

    private void measure(Scenario scenario, Entrant entrant, Results results) throws IOException {
        var round = round(scenario, entrant, false);
        var result = Result.of(round.words(), round.messages(), round.serverSeconds());
        System.err.printf("%s, %s: %,.0f per second%n", scenario.name(), entrant.name(), result.perSecond());
        results.add(entrant, result);
    }

    /**
     * What one round has shown.
     *
     * @param words as the contender says
     * @param messages how many it has done
     * @param serverSeconds processor time of Redis
     */
    private record Round(Map<String, String> words, int messages, double serverSeconds) {}

    private Round round(Scenario scenario, Entrant entrant, boolean isWarmUp) throws IOException {
        var place = Place.of(scenario, entrant);
        boolean isRead = scenario.load(entrant).isRead();
        if (!isRead) {
            redis.delete(place.keys().getFirst());
        } else {
            redis.prepare(place, (int) (entrant.number("pending", 0) * plan.share()));
        }
        int messages = (int)
                (count(scenario, entrant) * entrant.share() * place.groups().size());
        var task = task(scenario, entrant, place, messages).during(isWarmUp);
        redis.delete(RELAYED);
        double before = redis.cpu();
        var words = jvms.of(entrant).run(task);
        double server = redis.cpu() - before;
        if (!words.containsKey("failed")) {
            if (isRead && entrant.share() == 1) {
                checkRead(place, messages);
            }
            checkWritten(entrant, place, messages);
        }
        return new Round(words, messages, server);
    }

    private int count(Scenario scenario, Entrant entrant) {
        return (int) (scenario.load(entrant).count() * plan.share());
    }

    private Task task(Scenario scenario, Entrant entrant, Place place, int messages) {
        var options = new HashMap<>(entrant.options());
        options.putIfAbsent("batch", "500");
        options.put("size", "" + scenario.load(entrant).size());
        options.put("target", RELAYED);
        return new Task(redis.port(), place.keys().getFirst(), place.groups().getFirst(), messages, options);
    }

    private void checkRead(Place place, int messages) throws IOException {
        int pending = redis.pending(place);
        if (pending > 0) {
            throw new IllegalStateException("%d of %d messages were not acknowledged".formatted(pending, messages));
        }
        for (String key : place.keys()) {
            for (String group : place.groups()) {
                if (redis.unread(key, group)) {
                    throw new IllegalStateException("not all of %d messages were read".formatted(messages));
                }
            }
        }
    }

    private void checkWritten(Entrant entrant, Place place, int messages) throws IOException {
        long written = messages;
        if (entrant.contender().endsWith("-relay")) {
            written = redis.length(RELAYED);
        } else if (entrant.contender().endsWith("-publisher")
                || entrant.options().containsKey("rate")) {
            written = redis.length(place.keys().getFirst());
        }
        if (written != messages) {
            throw new IllegalStateException("%d of %d messages were written".formatted(written, messages));
        }
    }
}
