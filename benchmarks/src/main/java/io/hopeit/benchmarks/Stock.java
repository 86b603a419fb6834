package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is in the streams of a scenario: each is filled once, and read again and again. */
final class Stock {
    private final Redis redis;
    private final Set<Filled> filled = new HashSet<>();

    private record Filled(Place place, Load load) {}

    Stock(Redis redis) {
        this.redis = redis;
    }

    /** With so many messages, if they are not there yet. */
    void fill(Scenario scenario, Entrant entrant, int count) throws IOException {
        var load = scenario.load(entrant);
        var keys = Place.of(scenario, entrant).keys();
        if (load.isRead() && filled.add(new Filled(new Place(keys, List.of()), load))) {
            redis.fill(keys, load, count);
        }
    }
}
