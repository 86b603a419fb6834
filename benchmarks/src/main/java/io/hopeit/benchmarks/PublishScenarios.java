package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.List;

/** Messages are appended, each confirmed to its thread before that publishes the next one. */
final class PublishScenarios {
    private static final String CONFIRMED = "each confirmed to its thread";

    private PublishScenarios() {}

    static Scenario publish(boolean isQuick) {
        var together = "confirmed; not one by one";
        return new Scenario(
                "publish",
                "Publish, 200 bytes: each virtual thread one message after another",
                new Load(200_000, Envelope.BARE, 200, false),
                Scenarios.entrants(
                        isQuick,
                        List.of(
                                new Entrant("raw, 64 at once", "raw-publisher", together)
                                        .with("threads", 64)
                                        .with("warm-up", 0.3),
                                publisher("ours, 256 threads", "broker-publisher", 256),
                                publisher("Spring, 256 threads", "spring-publisher", 256)
                                        .of(0.5)),
                        List.of(
                                new Entrant("redis-benchmark, 64 at once", "redis-benchmark", together)
                                        .with("threads", 64)
                                        .with("warm-up", 0),
                                new Entrant("raw, 1 at once", "raw-publisher", together)
                                        .with("threads", 1)
                                        .of(0.2),
                                publisher(
                                        "ours, records in hopeit's envelope, 256 threads",
                                        "application-publisher",
                                        256),
                                publisher("ours, 16 threads", "broker-publisher", 16),
                                publisher("ours, 1 thread", "broker-publisher", 1)
                                        .of(0.1),
                                publisher("Spring, 16 threads", "spring-publisher", 16)
                                        .of(0.5),
                                publisher("Spring, 1 thread", "spring-publisher", 1)
                                        .of(0.1))),
                List.of(
                        new Ratio("publish.of-raw", "ours, 256 threads", "raw, 64 at once", "rate", 0.5),
                        new Ratio("publish.of-spring", "ours, 256 threads", "Spring, 256 threads", "rate", 2.5)));
    }

    private static Entrant publisher(String name, String contender, int threads) {
        return new Entrant(name, contender, CONFIRMED).with("threads", threads);
    }
}
