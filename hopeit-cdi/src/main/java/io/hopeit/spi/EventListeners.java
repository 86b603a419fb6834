package io.hopeit.spi;

import io.hopeit.EventContext;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.EventListener.Watch;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** All listeners as one; a listener that throws does no harm to the run or to the others. Thread-safe. */
@ApplicationScoped
public class EventListeners {
    @Inject
    @Any
    Instance<EventListener> found;

    private List<EventListener> listeners = List.of();

    @PostConstruct
    void find() {
        listeners = found.stream().toList();
    }

    /** Tells all of them. */
    public void started(EventDefinition event, EventContext context) {
        listeners.forEach(listener -> Watches.tell(listener, l -> l.started(event, context)));
    }

    /** Tells all of them. */
    public void ended(Run run) {
        listeners.forEach(listener -> Watches.tell(listener, l -> l.ended(run)));
    }

    /** The watches of all of them. */
    public Watch watch(EventDefinition event, EventContext context) {
        return Watches.of(listeners, listener -> listener.watch(event, context));
    }
}
