package io.hopeit.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is measured. */
final class Scenarios {
    /** Ours. */
    private static final String AT_LEAST_ONCE =
            "at least once: leases, retries, dead letters, takes over from the dead; ";

    private static final String IN_ANY_ORDER = "in any order";
    static final String AT_LEAST_ONCE_IN_ANY_ORDER = AT_LEAST_ONCE + IN_ANY_ORDER;
    /** The engine without the library around it. */
    static final String ENGINE_ONLY = AT_LEAST_ONCE + "no metrics, no time limit; " + IN_ANY_ORDER;

    private static final Map<String, String> ORDERS =
            Map.of("none", IN_ANY_ORDER, "key", "in order by key", "stream", "in order");

    static final String ACK_ONLY = "acknowledges, in order; what fails or is left by the dead stays pending";
    static final String GROUP = "bench.1x0.consume_order";

    private Scenarios() {}

    /** Neighbours may use the same JVMs, so what is alike is together. */
    static List<Scenario> all(boolean isQuick) {
        var consume = of(
                isQuick,
                List.of(ConsumeScenarios.bytes(isQuick), ConsumeScenarios.typed(isQuick)),
                List.of(ConsumeScenarios.large()));
        var goals = Stream.of(
                WorkScenarios.steps(),
                ConsumeScenarios.relayOfBytes(isQuick),
                ConsumeScenarios.relay(isQuick),
                PublishScenarios.publish(isQuick),
                LatencyScenarios.latency(isQuick),
                HttpScenarios.echo(isQuick),
                ScaleScenarios.memory(isQuick),
                StartupScenarios.startup(isQuick));
        var more = Stream.of(
                WorkScenarios.work(),
                LatencyScenarios.peers(),
                HttpScenarios.baseline(),
                ScaleScenarios.processes(),
                ScaleScenarios.shards(),
                ScaleScenarios.backlog(),
                ScaleScenarios.pending(),
                ScaleScenarios.streams(),
                ScaleScenarios.groups());
        return Stream.of(consume.stream(), goals, isQuick ? Stream.<Scenario>empty() : Stream.concat(more, onLiberty()))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Scenario> onLiberty() {
        return Stream.of(HttpScenarios.liberty(), StartupScenarios.liberty()).flatMap(Optional::stream);
    }

    /** Complete, and reads. */
    static Entrant ours(String name) {
        return ours(name, "application", GROUP);
    }

    /** A round is short beside 30 s, so leases are too, or nobody would renew any, nor look for those of the dead. */
    static Entrant ours(String name, String contender, String group) {
        return new Entrant(name, contender, AT_LEAST_ONCE_IN_ANY_ORDER)
                .with("group", group)
                .with("hopeit.stream.orders.claim-idle", "PT2S");
    }

    static Entrant ordered(Entrant entrant, String order) {
        var ordered = entrant.promising(AT_LEAST_ONCE + ORDERS.get(order)).with("hopeit.stream.orders.order", order);
        return order.equals("key") ? ordered.with("hopeit.stream.orders.order-key", "customer") : ordered;
    }

    /** Some of them only in a full run. */
    static <T> List<T> of(boolean isQuick, List<T> always, List<T> fully) {
        var all = new ArrayList<>(always);
        if (!isQuick) {
            all.addAll(fully);
        }
        return List.copyOf(all);
    }
}
