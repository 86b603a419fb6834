package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.TrackIds;

/**
 * The request that a message belongs to.
 *
 * @param trackIds its ids; of a message that was received, as they came
 * @param identity who has sent it
 */
record Origin(TrackIds trackIds, Identity identity) {
    static Origin of(EventContext context) {
        return new Origin(context.trackIds(), context.identity());
    }
}
