package io.hopeit.spi;

import io.hopeit.EventContext;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.EventListener.Watch;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All listeners as one; a listener that throws does no harm to the run or to the others. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * EventListeners listeners;
 *
 * void done(EventDefinition event, EventContext context, Duration elapsed) {
 *     listeners.ended(
 *             new EventListener.Run(event, context, EventListener.Outcome.DONE, elapsed, Map::of, Optional.empty()));
 * }
 * }
 *
 * @hidden applications have no use for it
 */
@Part
public class EventListeners {
    @Inject
    @Any
    Instance<EventListener> found;

    private volatile @Nullable List<EventListener> listeners;

    /** At the first run: what they need may not be there when the application starts. */
    private List<EventListener> all() {
        var known = listeners;
        return known == null ? find() : known;
    }

    private synchronized List<EventListener> find() {
        var all = new ArrayList<EventListener>();
        for (var each : found.handles()) {
            Watches.tell(each, handle -> all.add(handle.get()));
        }
        listeners = all;
        return all;
    }

    /** Tells all of them. */
    public void started(EventDefinition event, EventContext context) {
        for (EventListener listener : all()) {
            Watches.tell(listener, l -> l.started(event, context));
        }
    }

    /** Tells all of them. */
    public void ended(Run run) {
        for (EventListener listener : all()) {
            Watches.tell(listener, l -> l.ended(run));
        }
    }

    /** The watches of all of them. */
    public Watch watch(EventDefinition event, EventContext context) {
        return Watches.of(all(), listener -> listener.watch(event, context));
    }
}
