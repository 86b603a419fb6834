package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.List;

/** Messages that come at a fixed rate, however long they take. */
final class LatencyScenarios {
    private static final int SECONDS = 3;
    private static final int QUICK_SECONDS = 2;
    private static final int SLOW = 2_000;
    private static final int FAST = 20_000;
    /** In s: ours has consumed in other scenarios before. */
    private static final int LEAST_WARM_UP = 10;

    private LatencyScenarios() {}

    /** Both rates, as the same JVMs can do them; they get ready at the higher one, which comes first. */
    static Scenario latency(boolean isQuick) {
        return new Scenario(
                "latency",
                "Latency at a fixed rate, from sent until done: blocking reads",
                new Load((isQuick ? QUICK_SECONDS : SECONDS) * FAST, Envelope.HOPEIT, 200, false),
                List.of(
                        at(FAST, bare("bare loop, 20,000 per second")).with("least-warm-up", LEAST_WARM_UP),
                        at(FAST, ours("ours, 20,000 per second")),
                        at(SLOW, bare("bare loop, 2,000 per second")).with("warm-up", 0),
                        at(SLOW, ours("ours, 2,000 per second")).with("warm-up", 0)),
                List.of(
                        new Ratio(
                                "latency.2000.p50.of-bare",
                                "ours, 2,000 per second",
                                "bare loop, 2,000 per second",
                                "p50",
                                -1.2),
                        new Ratio(
                                "latency.20000.p99.of-bare",
                                "ours, 20,000 per second",
                                "bare loop, 20,000 per second",
                                "p99",
                                -1.3)));
    }

    /** Those who poll, at both rates, beside who blocks; Spring, and ours. */
    static Scenario peers() {
        return new Scenario(
                "latency.peers",
                "Latency at a fixed rate: others, 2,000 per second where nothing else is said",
                new Load(SECONDS * FAST, Envelope.HOPEIT, 200, false),
                List.of(
                        at(FAST, bare("bare loop, blocking, 20,000 per second")),
                        at(FAST, polling("bare loop, polls every ms, 20,000 per second", 1)),
                        at(FAST, polling("bare loop, polls every 10 ms, 20,000 per second", 10)),
                        at(SLOW, bare("bare loop, blocking")).with("warm-up", 0),
                        at(SLOW, polling("bare loop, polls every ms", 1)).with("warm-up", 0),
                        at(SLOW, polling("bare loop, polls every 10 ms", 10)).with("warm-up", 0),
                        at(SLOW, new Entrant("Spring container", "spring-latency", Scenarios.ACK_ONLY)),
                        at(SLOW, ours("ours"))),
                List.of(new Ratio("latency.2000.p50.of-spring", "ours", "Spring container", "p50", Double.NaN)));
    }

    private static Entrant at(int rate, Entrant entrant) {
        return entrant.with("rate", rate)
                .with("round-millis", 2_300)
                .of(rate / (double) FAST)
                .with("warm.rate", entrant.contender().startsWith("spring") ? SLOW : FAST);
    }

    private static Entrant bare(String name) {
        return new Entrant(name, "bare-latency", "acknowledges, without waiting for it");
    }

    private static Entrant polling(String name, int millis) {
        return bare(name).with("poll", millis);
    }

    private static Entrant ours(String name) {
        return Scenarios.ours(name).with("key", Place.KEY);
    }
}
