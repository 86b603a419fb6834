package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.EventListeners;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.EventRunner.Arguments;
import io.hopeit.spi.FreshIds;
import io.hopeit.spi.RequestScopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs that nobody from outside has asked for: of setup events and of services. */
@ApplicationScoped
class OwnRuns {
    @Inject
    EventRunner runner;

    @Inject
    EventListeners listeners;

    @Inject
    RequestScopes scopes;

    @Inject
    AppTime time;

    /** For a request of the application's own. */
    EventContext context(EventDefinition event) {
        var ids = FreshIds.begin();
        ids.put(TrackIds.EVENT_APP, event.app().key());
        event.id().plugin().ifPresent(plugin -> ids.put(TrackIds.EVENT_PLUGIN, plugin.key()));
        return context(event, new TrackIds(ids));
    }

    /** Another operation of the same request. */
    EventContext next(EventContext context, EventDefinition event) {
        var ids = new LinkedHashMap<>(context.trackIds().values());
        ids.put(TrackIds.OPERATION_ID, UUID.randomUUID().toString());
        return context(event, new TrackIds(ids));
    }

    private EventContext context(EventDefinition event, TrackIds ids) {
        return new EventContext(
                event.app(),
                event.id().plugin(),
                event.name(),
                ids,
                StreamEvent.AUTO,
                Identity.ANONYMOUS,
                time.nowInMicros());
    }

    /** Runs the steps, tells listeners, and throws what they throw. */
    void run(EventDefinition event, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception {
        long start = time.nanos();
        listeners.started(event, context);
        Throwable failure = null;
        try {
            scopes.during(() -> runner.run(event, payload, arguments, context));
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            var outcome = failure == null ? Outcome.DONE : Outcome.FAILED;
            var elapsed = Duration.ofNanos(time.nanos() - start);
            listeners.ended(new Run(event, context, outcome, elapsed, Map::of, Optional.ofNullable(failure)));
        }
    }
}
