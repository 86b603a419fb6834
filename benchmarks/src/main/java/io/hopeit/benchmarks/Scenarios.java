package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.ArrayList;
import java.util.List;

/** What is measured. */
final class Scenarios {
    static final String AT_LEAST_ONCE = "at least once; retries, dead letters, takes over from the dead";
    static final String NOTHING_ELSE = "nothing but the acknowledgement";
    private static final String GROUP = "bench.1x0.consume_order";

    private Scenarios() {}

    static List<Scenario> all(boolean isQuick) {
        var all = new ArrayList<>(
                List.of(bytes(), typed(isQuick), relay(), publish(isQuick), steps(), latency(2_000), http()));
        all.add(ordered("stream", 1, "stream", 400));
        all.add(ordered("key20", 20, "key", 8_000));
        all.add(ordered("none", 1000, "none", 40_000));
        if (!isQuick) {
            all.add(ordered("key1", 1, "key", 400));
            all.add(ordered("key10", 10, "key", 4_000));
            all.add(ordered("key10000", 10_000, "key", 40_000));
            all.add(latency(20_000));
        }
        return all;
    }

    private static Entrant raw() {
        return new Entrant("raw", "raw-consumer", NOTHING_ELSE);
    }

    static Entrant ours(String name, String order) {
        var ours = new Entrant(name, "application", AT_LEAST_ONCE).with("group", GROUP);
        var ordered = order.equals("none") ? ours : ours.with("hopeit.stream.orders.order", order);
        return order.equals("key") ? ordered.with("hopeit.stream.orders.order-key", "customer") : ordered;
    }

    private static Scenario bytes() {
        return new Scenario(
                "consume.bytes",
                "Consume, nothing done with the bytes: one field of 200 bytes, up to 500 at once",
                new Load(200_000, Envelope.BARE, 200, true),
                List.of(
                        raw(),
                        new Entrant("raw, two reads ahead", "raw-consumer-ahead", NOTHING_ELSE),
                        new Entrant("ours", "engine-consumer", AT_LEAST_ONCE),
                        new Entrant("Lettuce", "lettuce-consumer", NOTHING_ELSE),
                        new Entrant("Jedis", "jedis-consumer", NOTHING_ELSE)),
                List.of(new Ratio("consume.bytes.of-raw", "ours", "raw", "rate", 0.75)));
    }

    private static Scenario typed(boolean isQuick) {
        var entrants = new ArrayList<>(List.of(
                raw(),
                new Entrant("ours, bytes", "engine-consumer", AT_LEAST_ONCE),
                ours("ours", "none"),
                ours("ours, order key", "key"),
                new Entrant("Spring, batch", "spring-batch", NOTHING_ELSE),
                new Entrant("Spring, documented", "spring-each", NOTHING_ELSE)
                        .of(0.1)
                        .with("batch", 100)));
        if (!isQuick) {
            entrants.add(new Entrant("Redisson", "redisson-consumer", NOTHING_ELSE));
        }
        return new Scenario(
                "consume.typed",
                "Consume, as records: hopeit's envelope, 200 bytes of JSON, up to 500 at once",
                new Load(200_000, Envelope.HOPEIT, 200, true),
                entrants,
                List.of(
                        new Ratio("consume.envelope.of-raw", "ours, bytes", "raw", "rate", 0.70),
                        new Ratio("consume.typed.of-raw", "ours", "raw", "rate", 0.60),
                        new Ratio("consume.typed.of-spring-batch", "ours", "Spring, batch", "rate", 2),
                        new Ratio("consume.typed.of-spring", "ours", "Spring, documented", "rate", 15)));
    }

    private static Scenario relay() {
        return new Scenario(
                "relay",
                "Relay: read, publish, confirmed, acknowledge",
                new Load(100_000, Envelope.HOPEIT, 200, true),
                List.of(
                        new Entrant("ours", "application-relay", AT_LEAST_ONCE)
                                .with("group", "bench.1x0.relay_order")
                                .with("hopeit.stream.orders.concurrency", 500),
                        new Entrant("Spring", "spring-relay", NOTHING_ELSE)
                                .of(0.1)
                                .with("batch", 100)),
                List.of(new Ratio("relay.of-spring", "ours", "Spring", "rate", 40)));
    }

    /** 100 at once, 1 ms each: 100,000 per second if nothing else took time. */
    private static Scenario steps() {
        return new Scenario(
                "steps1ms",
                "Steps that take 1 ms, 100 at once",
                new Load(50_000, Envelope.HOPEIT, 200, true),
                List.of(ours("ours", "none").with("least", 1_000_000).with("most", 1_000_000)),
                List.of(new Ratio("steps1ms.of-limit", "ours", "100000", "rate", 0.75)));
    }

    /** At most 100 at once, up to 5 ms each, 2.5 ms in the mean. */
    private static Scenario ordered(String name, int keys, String order, int limit) {
        return new Scenario(
                "order." + name,
                "Steps that take 0 to 5 ms, order " + order + ", keys: " + keys,
                new Load(limit == 400 ? 1_000 : 10_000, Envelope.HOPEIT, 200, keys, true),
                List.of(ours("ours", order).with("least", 0).with("most", 5_000_000)),
                List.of(new Ratio("order." + name + ".of-limit", "ours", "" + limit, "rate", 0.75)));
    }

    private static Scenario http() {
        return new Scenario(
                "http",
                "HTTP on Helidon, 8 clients on a connection each, in the same process: JSON of 200 bytes there and back",
                new Load(50_000, Envelope.BARE, 200, false),
                List.of(
                        new Entrant("by hand", "http-resource", "nothing else").with("clients", 8),
                        new Entrant("ours", "http-event", "track ids, access, limits, errors, metrics, time limit")
                                .with("clients", 8)),
                List.of(
                        new Ratio("http.of-handwritten", "ours", "by hand", "rate", 0.95),
                        new Ratio("http.p99.of-handwritten", "ours", "by hand", "p99", -1.05)));
    }

    private static Scenario latency(int rate) {
        var name = "latency." + rate;
        var goal = rate > 2_000
                ? new Ratio(name + ".p99.of-bare", "ours", "bare loop", "p99", -1.3)
                : new Ratio("latency.p50.of-bare", "ours", "bare loop", "p50", -1.2);
        return new Scenario(
                name,
                "Latency at %,d messages per second, sent until done, in µs".formatted(rate),
                new Load(4 * rate, Envelope.HOPEIT, 200, false),
                List.of(
                        new Entrant("bare loop", "bare-latency", NOTHING_ELSE).with("rate", rate),
                        new Entrant("ours", "application-latency", AT_LEAST_ONCE)
                                .with("rate", rate)
                                .with("hopeit.stream.orders.key", "bench.1x0.published")),
                List.of(goal));
    }

    private static Scenario publish(boolean isQuick) {
        var entrants = new ArrayList<>(List.of(
                new Entrant("raw, 64 at once", "raw-publisher", "confirmed").with("threads", 64),
                publisher("ours, 256 threads", "broker-publisher", 256),
                publisher("ours, records, 256 threads", "application-publisher", 256),
                publisher("Spring, 256 threads", "spring-publisher", 256)));
        if (!isQuick) {
            entrants.add(publisher("ours, 16 threads", "broker-publisher", 16));
            entrants.add(publisher("ours, 1 thread", "broker-publisher", 1).of(0.2));
            entrants.add(publisher("Spring, 1 thread", "spring-publisher", 1).of(0.2));
        }
        return new Scenario(
                "publish",
                "Publish, each thread one message after another, each confirmed",
                new Load(100_000, Envelope.BARE, 200, false),
                entrants,
                List.of(
                        new Ratio("publish.of-raw", "ours, 256 threads", "raw, 64 at once", "rate", 0.5),
                        new Ratio("publish.of-spring", "ours, 256 threads", "Spring, 256 threads", "rate", 2.5)));
    }

    private static Entrant publisher(String name, String contender, int threads) {
        return new Entrant(name, contender, "confirmed").with("threads", threads);
    }
}
