package io.hopeit.cdi;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

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

    /** From the start every series is there, at zero. */
    @PostConstruct
    void register() {
        if (!registries.isResolvable()) {
            return;
        }
        for (EventDefinition event : catalogue.events()) {
            for (Outcome outcome : Outcome.values()) {
                counter(event, outcome);
            }
        }
    }

    private Counter counter(EventDefinition event, Outcome outcome) {
        return registries.get().counter(EVENTS, app(event), name(event), new Tag("outcome", outcome.label()));
    }

    /** Its name, after the key of its plugin when it runs for an application: {@code basic_auth.1x0.login}. */
    private static Tag name(EventDefinition event) {
        return new Tag(
                "event", event.id().plugin().map(plugin -> plugin.key() + ".").orElse("") + event.name());
    }

    private static Tag app(EventDefinition event) {
        return new Tag("app", event.app().key());
    }

    @Override
    public void ended(Run run) {
        if (!registries.isResolvable()) {
            return;
        }
        counter(run.event(), run.outcome()).inc();
        registries.get().timer(DURATION, app(run.event()), name(run.event())).update(run.elapsed());
    }
}
