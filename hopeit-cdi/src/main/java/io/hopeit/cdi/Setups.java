package io.hopeit.cdi;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventRunner.Arguments;
import io.hopeit.spi.Trigger;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Comparator;

/** Runs setup events, before servers open their ports and before streams and services begin. */
@ApplicationScoped
class Setups {
    @Inject
    EventCatalogue catalogue;

    @Inject
    OwnRuns runs;

    /** When one fails the application does not start. */
    void run(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
                    Object start) {
        catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Setup)
                .sorted(Comparator.comparingInt(Setups::order)
                        .thenComparing(event -> event.id().key()))
                .forEach(this::run);
    }

    private static int order(EventDefinition event) {
        return ((Trigger.Setup) event.trigger()).order();
    }

    private void run(EventDefinition event) {
        try {
            runs.run(event, null, Arguments.NONE, runs.context(event));
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the setup event %s has failed, so the application does not start: %s"
                            .formatted(event.id().key(), e),
                    e);
        }
    }
}
