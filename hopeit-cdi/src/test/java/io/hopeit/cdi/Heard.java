package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the runs that have ended. */
@ApplicationScoped
class Heard implements EventListener {
    private final List<String> all = new CopyOnWriteArrayList<>();
    private final List<Run> ended = new CopyOnWriteArrayList<>();

    @Override
    public void started(EventDefinition event, EventContext context) {
        all.add("START " + event.id().key());
    }

    @Override
    public void ended(Run run) {
        all.add(run.outcome() + " " + run.event().id().key());
        ended.add(run);
    }

    /** Starts and ends, as they came. */
    List<String> all() {
        return all;
    }

    List<Run> ended() {
        return ended;
    }
}
