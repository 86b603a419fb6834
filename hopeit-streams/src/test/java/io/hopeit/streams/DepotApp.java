package io.hopeit.streams;

import static org.awaitility.Awaitility.await;

import io.hopeit.spi.DeadLetter;
import io.hopeit.spi.DeadLetters;
import io.hopeit.spi.EventLoop;
import io.hopeit.streams.Depot.Desk;
import io.hopeit.streams.Depot.Ledger;
import io.hopeit.streams.engine.EngineListener.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionFactory;

/** The depot, started with streams in memory unless it is told otherwise. */
record DepotApp(Deployed deployed, Desk desk, Ledger ledger) implements AutoCloseable {

    /** Delivers parcels; what is said of the stream {@code parcels} begins with a dot. */
    static DepotApp with(Map<String, String> config, Class<?>... more) {
        var all = new HashMap<String, String>();
        all.put("hopeit.app.name", "depot");
        all.put("hopeit.app.version", "1.0");
        all.put("hopeit.streams.broker", "memory");
        all.put("hopeit.stream.parcels.block", "PT0.2S");
        all.put("hopeit.stream.parcels.claim-idle", "PT1S");
        config.forEach((key, value) -> all.put(key.startsWith(".") ? "hopeit.stream.parcels" + key : key, value));
        var beans = new ArrayList<Class<?>>(List.of(Desk.class, Ledger.class, Depot.Deliver.class));
        beans.addAll(List.of(more));
        var deployed = Deployed.with(all, beans.toArray(Class[]::new));
        return new DepotApp(deployed, deployed.get(Desk.class), deployed.get(Ledger.class));
    }

    EventLoop loop(String event) {
        return deployed.get(Consumers.class).loops().stream()
                .filter(loop -> loop.event().name().equals(event))
                .findFirst()
                .orElseThrow();
    }

    DeadLetters deadLetters() {
        return loop("deliver").deadLetters().orElseThrow();
    }

    List<DeadLetter> letters() {
        return deadLetters().list("", 100);
    }

    long times(Count what) {
        return ((ConsumerLoop) loop("deliver")).stats().times(what);
    }

    /** How many parcels are not acknowledged. */
    long pending() {
        try (var onlooker = deployed.broker().join(List.of(Depot.KEY), "depot.1x0.deliver", "onlooker", false)) {
            return onlooker.stats(Depot.KEY).toCompletableFuture().join().pending();
        }
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    static void until(Callable<Boolean> condition) {
        soon().until(condition);
    }

    @Override
    public void close() {
        deployed.close();
    }
}
