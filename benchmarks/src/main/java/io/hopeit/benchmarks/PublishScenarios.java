package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.List;

/** Messages are appended, each confirmed to its thread before that publishes the next one. */
final class PublishScenarios {
    private static final String CONFIRMED = "each confirmed to its thread";
    private static final String TOGETHER = "confirmed; not one by one";
    private static final String RAW = "raw, 64 at once, ";
    private static final String OURS = "ours, 256 threads, records in ";
    private static final String SPRING_RECORDS = "Spring, 256 threads, records by Jackson in one field";
    private static final String FULL = "hopeit's envelope";
    private static final String COMPACT = "the compact envelope";

    private PublishScenarios() {}

    static Scenario publish(boolean isQuick) {
        return new Scenario(
                "publish",
                "Publish, 200 bytes: each virtual thread one message after another",
                new Load(200_000, Envelope.BARE, 200, false),
                Scenarios.of(
                        isQuick,
                        List.of(
                                new Entrant("raw, 64 at once", "raw-publisher", TOGETHER)
                                        .with("threads", 64)
                                        .with("warm-up", 0.3),
                                publisher("ours, 256 threads", "broker-publisher", 256),
                                publisher("Spring, 256 threads", "spring-publisher", 256)
                                        .of(0.5)),
                        List.of(
                                new Entrant("redis-benchmark, 64 at once", "redis-benchmark", TOGETHER)
                                        .with("threads", 64)
                                        .with("warm-up", 0),
                                new Entrant("raw, 1 at once", "raw-publisher", TOGETHER)
                                        .with("threads", 1)
                                        .of(0.2),
                                raw(FULL, Envelope.HOPEIT),
                                publisher(OURS + FULL, "application-publisher", 256),
                                raw(COMPACT, Envelope.COMPACT),
                                publisher(OURS + COMPACT, "application-publisher", 256)
                                        .with("hopeit.stream.published.envelope", "compact"),
                                publisher(SPRING_RECORDS, "spring-publisher", 256)
                                        .of(0.5)
                                        .with("encoded", "yes"),
                                publisher("ours, 16 threads", "broker-publisher", 16),
                                publisher("ours, 1 thread", "broker-publisher", 1)
                                        .of(0.1),
                                publisher("Spring, 16 threads", "spring-publisher", 16)
                                        .of(0.5),
                                publisher("Spring, 1 thread", "spring-publisher", 1)
                                        .of(0.1))),
                Scenarios.of(
                        isQuick,
                        List.of(
                                new Ratio("publish.of-raw", "ours, 256 threads", "raw, 64 at once", "rate", 0.5),
                                new Ratio(
                                        "publish.of-spring", "ours, 256 threads", "Spring, 256 threads", "rate", 2.5)),
                        List.of(
                                new Ratio("publish.records.of-raw", OURS + FULL, RAW + FULL, "rate", Double.NaN),
                                new Ratio("publish.records.of-spring", OURS + FULL, SPRING_RECORDS, "rate", Double.NaN),
                                new Ratio(
                                        "publish.compact.of-raw", OURS + COMPACT, RAW + COMPACT, "rate", Double.NaN))));
    }

    private static Entrant raw(String envelope, Envelope form) {
        return new Entrant(RAW + envelope, "raw-publisher", TOGETHER)
                .with("threads", 64)
                .with("envelope", form)
                .with("warm-up", 0.3);
    }

    private static Entrant publisher(String name, String contender, int threads) {
        return new Entrant(name, contender, CONFIRMED).with("threads", threads);
    }
}
