package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.spi.TraceParent;
import java.util.Optional;

/**
 * The request that a message belongs to.
 *
 * @param trackIds its ids; of a message that was received, as they came
 * @param identity who has sent it
 * @param trace the span that the message was sent in, if there was one
 */
record Origin(TrackIds trackIds, Identity identity, Optional<TraceParent> trace) {
    /** Without a trace. */
    Origin(TrackIds trackIds, Identity identity) {
        this(trackIds, identity, Optional.empty());
    }

    /** What a run sends belongs to the request of the run. */
    static Origin of(EventContext context, Optional<TraceParent> trace) {
        return new Origin(context.trackIds(), context.identity(), trace);
    }
}
