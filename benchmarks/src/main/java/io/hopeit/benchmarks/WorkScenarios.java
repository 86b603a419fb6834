package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.List;

/** Steps that take time without a processor. */
final class WorkScenarios {
    private static final int MANY = 10_000;
    private static final int FEW = 2_000;

    private WorkScenarios() {}

    /** 100 at once, 1 ms each: 100,000 per second if nothing else took time. */
    static Scenario steps() {
        return new Scenario(
                "steps1ms",
                "Steps that take 1 ms, 100 at once",
                new Load(200_000, Envelope.HOPEIT, 200, true),
                List.of(Scenarios.ours("ours")
                        .with("least", 1_000_000)
                        .with("most", 1_000_000)
                        .with("limit", 100_000)
                        .with("round-millis", 2_500)
                        .with("warm-up", 0.5)),
                List.of(new Ratio("steps1ms.of-limit", "ours", "100000", "rate", 0.75)));
    }

    /** The table that parallel-consumer, which does this for Kafka, shows of itself; 2.5 ms in the mean. */
    static Scenario work() {
        return new Scenario(
                "work",
                "Work that takes 0 to 5 ms: 10,000 messages, 2,000 where they take turns, at most 100 at once",
                new Load(MANY, Envelope.HOPEIT, 200, true),
                List.of(
                        working("one after another", "stream", 1, 400),
                        working("by key, 1 key", "key", 1, 400),
                        working("by key, 10 keys", "key", 10, 4_000),
                        working("by key, 20 keys", "key", 20, 8_000),
                        working("by key, 10,000 keys", "key", 10_000, 40_000),
                        working("in any order", "none", 1000, 40_000)),
                List.of(
                        new Ratio("work.stream.of-limit", "one after another", "400", "rate", Double.NaN),
                        new Ratio("work.key20.of-limit", "by key, 20 keys", "8000", "rate", Double.NaN),
                        new Ratio("work.none.of-limit", "in any order", "40000", "rate", Double.NaN)));
    }

    /** Of those that take long there are fewer. */
    private static Entrant working(String name, String order, int customers, int limit) {
        int count = customers == 1 ? FEW : MANY;
        return Scenarios.ordered(Scenarios.ours(name), order)
                .on(new Load(count, Envelope.HOPEIT, 200, customers, true))
                .with("least", 0)
                .with("most", 5_000_000)
                .with("limit", limit)
                .with("rounds", 3)
                .with("warm.most", 0); // or those that take turns would have done little by the first round
    }
}
