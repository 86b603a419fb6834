package io.hopeit.sample.streams;

import static io.hopeit.StreamEvent.AUTO;

import io.hopeit.EventContext;
import io.hopeit.OnFailure;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingStored;
import io.hopeit.sample.model.StatusType;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;

/**
 * Processes what {@link SomethingEvent} has submitted, and stores it. A disk that is full may have room again; an id that is
 * no file's name never will be one.
 */
@StreamEvent(
        value = "streams.process-events",
        read = "streams.something-event",
        queues = {"high-prio", AUTO})
@OnFailure(maxDeliveries = 10, abortOn = BadRequestException.class)
@Steps({"markProcessed", "save", "leave"})
public class ProcessEvents {
    @Inject
    SomethingStore store;

    Something markProcessed(Something something, EventContext context) {
        return something.with(StatusType.PROCESSED, context.startedAt());
    }

    void save(Something something) throws IOException {
        store.save(something);
    }

    /** What another event has stored, and tells of in the same stream, is done. */
    void leave(SomethingStored stored) {}
}
