package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the cost of a message grows with what else there is. */
final class ScaleScenarios {
    private static final int COUNT = 400_000;
    private static final int LOOKED_FOR = 1_000_000;
    /** In s. */
    private static final int LEAST_WARM_UP = 10;

    private static final int MANY = 10_000_000;
    private static final Load LOAD = new Load(COUNT, Envelope.HOPEIT, 200, true);

    private ScaleScenarios() {}

    private static Scenario of(String name, String title, Stream<Entrant> entrants) {
        return new Scenario(
                name, title, LOAD, entrants.map(ScaleScenarios::warmed).toList(), List.of());
    }

    /** Each process has compilers of its own, and no core of its own. */
    private static Entrant warmed(Entrant entrant) {
        return entrant.with("rounds", 3)
                .with("warm-up", 0)
                .with("least-warm-up", LEAST_WARM_UP * entrant.number("jvm.processes", 1));
    }

    static Scenario processes() {
        return of(
                "scale.processes",
                "Processes on one stream, with this machine's cores",
                IntStream.of(1, 2, 4)
                        .mapToObj(count -> Scenarios.ours(count + "", "application-processes", Scenarios.GROUP)
                                .with("jvm.processes", count)));
    }

    static Scenario shards() {
        return of(
                "scale.shards",
                "Shards of one stream, one process",
                IntStream.of(1, 2, 4, 8).mapToObj(count -> {
                    var ours = Scenarios.ours(count + "").with("hopeit.stream.orders.shards", count);
                    return count == 1 ? ours : ours.with("keys", ".shard-*" + count);
                }));
    }

    /** Of the last two only a part is read. Small ones are read so soon that their start is what is measured. */
    static Scenario backlog() {
        return of(
                "scale.backlog",
                "Entries in the stream",
                IntStream.of(10_000, 100_000, 1_000_000, MANY).mapToObj(count -> Scenarios.ours("%,d".formatted(count))
                        .on(new Load(count, Envelope.HOPEIT, 200, true))
                        .of(Math.min(1, COUNT / (double) count))));
    }

    /** What a consumer has that is gone, and that nobody may take yet: it is looked through for the first time after 1.5 to 3 s. */
    static Scenario pending() {
        return of(
                "scale.pending",
                "Entries that are pending for another consumer, and cannot be claimed yet",
                IntStream.of(0, 1_000, 10_000, 100_000, 1_000_000)
                        .mapToObj(count -> Scenarios.ours("%,d".formatted(count))
                                .on(new Load(LOOKED_FOR + count, Envelope.HOPEIT, 200, true))
                                .of(LOOKED_FOR / (double) (LOOKED_FOR + count))
                                .with("pending", count)
                                .with("hopeit.stream.orders.claim-idle", "PT12S")));
    }

    static Scenario streams() {
        return of(
                "scale.streams",
                "Streams, with an event each, and a heap of 2 GiB",
                IntStream.of(1, 10, 100, 500).mapToObj(count -> new Entrant(
                                count + "", "application-streams", Scenarios.AT_LEAST_ONCE_IN_ANY_ORDER)
                        .with("group", Scenarios.GROUP)
                        .with("keys", "*" + count)
                        .with("jvm.heap", "2g") // metrics keep a megabyte for the percentiles of each event
                        .with("jvm.events", count)));
    }

    static Scenario groups() {
        return of(
                "scale.groups",
                "Groups of one stream, with an event each: deliveries",
                IntStream.of(1, 4, 16).mapToObj(count -> new Entrant(
                                count + "", "application-groups", Scenarios.AT_LEAST_ONCE_IN_ANY_ORDER)
                        .with("group", Scenarios.GROUP)
                        .with("groups", "*" + count)
                        .with("patience", 300)
                        .with("jvm.events", count)));
    }

    /** A consumer with a small heap, and much more to read than fits it. */
    static Scenario memory(boolean isQuick) {
        int count = isQuick ? MANY / 20 : MANY;
        return new Scenario(
                "memory",
                "A backlog of %,d entries, with a heap of 128 MiB".formatted(count),
                new Load(count, Envelope.HOPEIT, 200, true),
                List.of(Scenarios.ours("ours")
                        .with("jvm.heap", "128m")
                        .with("heap", "yes")
                        .with("patience", 400)
                        .with("round-millis", isQuick ? 5_000 : 120_000)
                        .with("warm-up", 0)
                        .with("rounds", 1)),
                List.of(new Ratio("memory.peak-mib", new Comparison.Itself("ours", "heap"), -128)));
    }
}
