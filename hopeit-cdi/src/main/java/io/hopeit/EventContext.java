package io.hopeit;

import java.time.Instant;
import java.util.Optional;

/**
 * What a step can know about the run it is part of.
 *
 * {@snippet :
 * void ship(PlacedOrder order, EventContext context, Carrier carrier) {
 *     if (context.deliveries() > 1 && carrier.knows(order.id())) {
 *         return; // a run before this one has got that far
 *     }
 *     carrier.ship(order.id(), context.trackIds().requestId());
 * }
 * }
 *
 * @param app the application
 * @param plugin the plugin that the event is of, when it runs for an application
 * @param eventName the event's name: {@code streams.something_event}
 * @param trackIds the ids that follow a request through events, streams and logs
 * @param queue the queue that the event's message came from, else {@link StreamEvent#AUTO}
 * @param identity who has sent the request
 * @param startedAt when the run began, in whole microseconds
 * @param deliveries how often the message of the run has been delivered, this time included: above 1, an earlier run may
 *     have done some of its work already, on this instance or another; 1 for anything but a message, and for a dead letter
 *     that has been put back
 */
public record EventContext(
        App app,
        Optional<App> plugin,
        String eventName,
        TrackIds trackIds,
        String queue,
        Identity identity,
        Instant startedAt,
        long deliveries) {

    /** Of a run for anything but a message, or for one that is delivered for the first time. */
    public EventContext(
            App app,
            Optional<App> plugin,
            String eventName,
            TrackIds trackIds,
            String queue,
            Identity identity,
            Instant startedAt) {
        this(app, plugin, eventName, trackIds, queue, identity, startedAt, 1);
    }
}
