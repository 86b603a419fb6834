package io.hopeit.cdi;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times runs in MicroProfile Metrics: {@code hopeit.events}, tags {@code app}, {@code event} and {@code outcome} (done,
 * ignored, failed), and {@code hopeit.event.duration}, tags {@code app} and {@code event}. The extension makes it a bean
 * only where there are metrics, so it has no annotation that would.
 */
class EventMetrics implements EventListener {
    private static final Metadata EVENTS = Metadata.builder()
            .withName("hopeit.events")
            .withDescription("Runs of events, by how they ended")
            .withUnit(MetricUnits.NONE)
            .build();
    private static final Metadata DURATION = Metadata.builder()
            .withName("hopeit.event.duration")
            .withDescription("How long runs of events took")
            .build();

    @Inject
    Instance<MetricRegistry> registries;

    @Inject
    EventCatalogue catalogue;

    private final Map<EventDefinition, Series> series = new ConcurrentHashMap<>();
    private @Nullable MetricRegistry registry;

    /** What is counted and timed of one event: it is not looked up for each run. */
    private record Series(Map<Outcome, Counter> runs, Timer duration) {}

    /** From the start every counter is there, at zero: that it has been made by then is enough. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    @PostConstruct
    void register() {
        if (registries.isResolvable()) {
            var found = registries.get();
            catalogue.events().forEach(event -> counters(event, found));
            registry = found;
        }
    }

    private static Series series(EventDefinition event, MetricRegistry registry) {
        return new Series(counters(event, registry), registry.timer(DURATION, app(event), name(event)));
    }

    private static Map<Outcome, Counter> counters(EventDefinition event, MetricRegistry registry) {
        var counters = new EnumMap<Outcome, Counter>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            var label = new Tag("outcome", outcome.label());
            counters.put(outcome, registry.counter(EVENTS, app(event), name(event), label));
        }
        return counters;
    }

    private static Tag app(EventDefinition event) {
        return new Tag("app", event.app().key());
    }

    private static Tag name(EventDefinition event) {
        return new Tag("event", event.id().nameInApp());
    }

    @Override
    public void ended(Run run) {
        var to = registry;
        if (to == null) {
            return;
        }
        var known = series.get(run.event());
        var ofEvent = known == null ? series.computeIfAbsent(run.event(), event -> series(event, to)) : known;
        Objects.requireNonNull(ofEvent.runs().get(run.outcome())).inc();
        ofEvent.duration().update(run.elapsed());
    }
}
