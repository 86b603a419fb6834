package io.hopeit.benchmarks;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import java.util.Map;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * The events of this module, deployed in Weld SE, with streams in memory: what benchmarks of inner parts work on.
 *
 * @param container the one that they run in
 */
public record Deployment(WeldContainer container) {
    /** Starts one. */
    public static Deployment start() {
        var task = new Task(0, "", "", 0, Map.of("hopeit.streams.broker", "memory"));
        var application = new Application(task, ConsumeOrder.class, EchoOrder.class, OneOrder.class, Stepwise.class);
        return new Deployment(application.container());
    }

    /** All events. */
    public EventCatalogue catalogue() {
        return container.select(EventCatalogue.class).get();
    }

    /** The one with this name in snake case. */
    public EventDefinition event(String name) {
        return catalogue().events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Ends it. */
    public void close() {
        container.close();
    }
}
