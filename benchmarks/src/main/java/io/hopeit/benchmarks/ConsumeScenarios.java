package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.List;

/** Messages that are there are consumed as fast as possible, until all are acknowledged. */
final class ConsumeScenarios {
    private static final int COUNT = 200_000;
    /** In s: the rate of the complete library was seen to rise for about as long, that of what does one at a time half. */
    private static final int LEAST_WARM_UP = 10;

    private static final String EACH = "Spring container, as documented";
    private static final String LOOP =
            "acknowledges, in order; one thread, no time limits, what the dead leave stays pending";

    private static final String LETTUCE = "lettuce-consumer";
    private static final String JEDIS = "jedis-consumer";
    private static final Entrant REDISSON =
            loop("Redisson, as records", "redisson-consumer").with("decoded", "yes");

    private ConsumeScenarios() {}

    private static Entrant raw() {
        return raw("raw", 2);
    }

    private static Entrant raw(String name, int ahead) {
        return new Entrant(name, "raw-consumer", "acknowledges, looks at nothing; reads under way: " + ahead)
                .with("ahead", ahead)
                .with("warm-up", 0.4);
    }

    private static Entrant oursBytes(String name) {
        return new Entrant(name, "engine-consumer", Scenarios.ENGINE_ONLY);
    }

    private static Entrant loop(String name, String contender) {
        return new Entrant(name, contender, LOOP);
    }

    private static Entrant spring(String name, String contender, int batch) {
        return new Entrant(name, contender, Scenarios.ACK_ONLY).with("batch", batch);
    }

    /** Acknowledges each in its listener, and reads as many at once as it does if nothing is said. */
    private static Entrant documented(int count, int size) {
        return spring(EACH, "spring-each", 0)
                .on(new Load(count, Envelope.HOPEIT, size, true))
                .with("least-warm-up", LEAST_WARM_UP / 2);
    }

    /** Each acknowledged by itself, but read as many at once as the others. */
    private static Entrant tuned(int count, int size) {
        return spring("Spring container, tuned, each acknowledged", "spring-each", 500)
                .on(new Load(count, Envelope.HOPEIT, size, true));
    }

    static Scenario bytes(boolean isQuick) {
        return new Scenario(
                "consume.bytes",
                "Consume, nothing done with the bytes: one field of 200 bytes, up to 500 at once",
                new Load(COUNT, Envelope.BARE, 200, true),
                Scenarios.of(
                        isQuick,
                        List.of(raw(), oursBytes("ours").with("least-warm-up", LEAST_WARM_UP / 2)),
                        List.of(
                                raw("raw, one read under way", 1),
                                raw("raw, four reads under way", 4),
                                loop("Lettuce, one read ahead", LETTUCE),
                                loop("Lettuce, each command awaited", "lettuce-awaited"),
                                loop("Jedis", JEDIS),
                                loop("Redisson", "redisson-consumer"))),
                List.of(new Ratio("consume.bytes.of-raw", "ours", "raw", "rate", 0.75)));
    }

    static Scenario typed(boolean isQuick) {
        var always = List.of(
                raw(),
                oursBytes("ours, bytes"),
                Scenarios.ours("ours").with("least-warm-up", LEAST_WARM_UP),
                off().with("least-warm-up", LEAST_WARM_UP),
                spring("Spring container, tuned, by hand in batches", "spring-batch", 500)
                        .of(isQuick ? 0.5 : 1)
                        .with("least-warm-up", LEAST_WARM_UP),
                documented(isQuick ? 10_000 : 20_000, 200));
        var fully = List.of(
                Scenarios.ordered(Scenarios.ours("ours, order key"), "key"),
                Scenarios.ordered(Scenarios.ours("ours, order stream"), "stream"),
                compact(Scenarios.ours("ours, compact envelope")),
                compact(raw("raw, compact envelope", 2)),
                Scenarios.ours("ours, spans recorded").with("jvm.spans", "yes"),
                tuned(20_000, 200),
                spring("Spring StreamReceiver, tuned, by hand in batches", "spring-receiver", 500),
                REDISSON);
        return new Scenario(
                "consume.typed",
                "Consume, as records: hopeit's envelope, 200 bytes of JSON, up to 500 at once",
                new Load(COUNT, Envelope.HOPEIT, 200, true),
                Scenarios.of(isQuick, always, fully),
                Scenarios.of(isQuick, typedGoals(), List.of(compactOfRaw(), spansOfOff())));
    }

    private static Ratio compactOfRaw() {
        return new Ratio(
                "consume.compact.of-raw", "ours, compact envelope", "raw, compact envelope", "rate", Double.NaN);
    }

    private static Ratio spansOfOff() {
        return new Ratio("consume.typed.spans.of-off", "ours, spans recorded", "ours, switched off", "rate", 0.9);
    }

    private static List<Ratio> typedGoals() {
        return List.of(
                new Ratio("consume.envelope.of-raw", "ours, bytes", "raw", "rate", 0.70),
                new Ratio("consume.typed.of-raw", "ours", "raw", "rate", 0.60),
                new Ratio(
                        "consume.typed.of-spring-batch",
                        "ours",
                        "Spring container, tuned, by hand in batches",
                        "rate",
                        2),
                new Ratio("consume.typed.of-spring", "ours", EACH, "rate", 15),
                new Ratio("consume.typed.of-off", "ours", "ours, switched off", "rate", 0.9),
                new Ratio("consume.typed.of-hopeit-engine", "ours", "5200", "rate", Double.NaN));
    }

    /** Finds what {@code envelope=compact} writes. */
    private static Entrant compact(Entrant entrant) {
        return entrant.on(new Load(COUNT, Envelope.COMPACT, 200, true));
    }

    /** Without metrics, and with leases, retries, dead letters and time limits as far off as configuration allows. */
    private static Entrant off() {
        return new Entrant(
                        "ours, switched off",
                        "application",
                        "no metrics; leases, retries and time limit as far off as can be configured; in any order")
                .with("group", Scenarios.GROUP)
                .with("jvm.without", "smallrye-metrics|opentelemetry")
                .with("hopeit.stream.orders.claim-idle", "PT8760H")
                .with("hopeit.stream.orders.max-deliveries", 1)
                .with("hopeit.stream.orders.dead-letter", false)
                .with("hopeit.event.consume-order.timeout", "PT8760H");
    }

    static Scenario large() {
        return new Scenario(
                "consume.2k",
                "Consume, as records: hopeit's envelope, 2 KB of JSON, up to 500 at once",
                new Load(COUNT, Envelope.HOPEIT, 2048, true),
                List.of(
                        raw(),
                        oursBytes("ours, bytes"),
                        Scenarios.ours("ours"),
                        Scenarios.ordered(Scenarios.ours("ours, order key"), "key"),
                        Scenarios.ordered(Scenarios.ours("ours, order stream"), "stream"),
                        spring("Spring container, tuned, by hand in batches", "spring-batch", 500),
                        spring("Spring StreamReceiver, tuned, by hand in batches", "spring-receiver", 500),
                        tuned(10_000, 2048),
                        documented(10_000, 2048),
                        loop("Lettuce, one read ahead, not decoded", LETTUCE),
                        loop("Lettuce, each command awaited, not decoded", "lettuce-awaited"),
                        loop("Jedis, not decoded", JEDIS),
                        REDISSON),
                List.of(new Ratio("consume.2k.of-raw", "ours", "raw", "rate", Double.NaN)));
    }

    static Scenario relayOfBytes(boolean isQuick) {
        return new Scenario(
                "relay.bytes",
                "Relay of bytes, one field of 200: read, publish to another stream, confirmed, acknowledge",
                new Load(toRelay(isQuick), Envelope.BARE, 200, true),
                Scenarios.of(
                        isQuick,
                        List.of(
                                new Entrant("ours", "engine-relay", Scenarios.ENGINE_ONLY).with("concurrency", 500),
                                springRelay(Envelope.BARE)),
                        List.of(new Entrant("ours, 100 at once", "engine-relay", Scenarios.ENGINE_ONLY))),
                List.of(new Ratio("relay.bytes.of-spring", "ours", EACH, "rate", 40)));
    }

    /** The first round, which no compiler has seen yet, takes ten times as long as those that count. */
    private static int toRelay(boolean isQuick) {
        return isQuick ? 50_000 : 100_000;
    }

    private static Entrant springRelay(Envelope envelope) {
        return new Entrant(
                        EACH,
                        "spring-relay",
                        "acknowledges after the confirmation, in order; a failure stays pending; fields as they come")
                .with("batch", 0)
                .with("least-warm-up", LEAST_WARM_UP / 2)
                .on(new Load(5_000, envelope, 200, true));
    }

    static Scenario relay(boolean isQuick) {
        return new Scenario(
                "relay",
                "Relay of records: read, publish to another stream, confirmed, acknowledge",
                new Load(toRelay(isQuick), Envelope.HOPEIT, 200, true),
                Scenarios.of(
                        isQuick,
                        List.of(
                                relayed("ours", 500).with("least-warm-up", LEAST_WARM_UP),
                                springRelay(Envelope.HOPEIT)),
                        List.of(
                                relayed("ours, compact envelope", 500)
                                        .on(new Load(toRelay(isQuick), Envelope.COMPACT, 200, true))
                                        .with("hopeit.stream.relayed.envelope", "compact"),
                                relayed("ours, 100 at once", 100))),
                Scenarios.of(
                        isQuick,
                        List.of(new Ratio("relay.of-spring", "ours", EACH, "rate", 40)),
                        List.of(new Ratio(
                                "relay.compact.of-full", "ours, compact envelope", "ours", "rate", Double.NaN))));
    }

    private static Entrant relayed(String name, int concurrency) {
        return Scenarios.ours(name, "application-relay", "bench.1x0.relay_order")
                .with("hopeit.stream.orders.concurrency", concurrency);
    }
}
