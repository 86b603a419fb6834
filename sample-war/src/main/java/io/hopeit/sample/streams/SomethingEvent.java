package io.hopeit.sample.streams;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.WriteStream;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.StatusType;
import jakarta.validation.Valid;

/** Submits a Something object to a stream, to be processed asynchronously by {@link ProcessEvents}. */
@PostEvent(
        value = "streams.something-event",
        summary = "Simple Example: Something Event",
        description =
                "Submits a Something object to a stream to be processed asynchronously by process-events app event")
@WriteStream(value = "streams.something-event", queues = "high-prio")
public class SomethingEvent {
    Something submit(@Valid Something something, EventContext context) {
        return something.with(StatusType.SUBMITTED, context.startedAt());
    }
}
