package io.hopeit;

import java.time.Instant;

/**
 * What a step can know about the run it is part of.
 *
 * @param app the application
 * @param eventName the event's name: {@code streams.something_event}
 * @param trackIds the ids that follow a request through events, streams and logs
 * @param queue the queue that the event's message came from, else {@link StreamEvent#AUTO}
 * @param startedAt when the run began, in whole microseconds
 */
public record EventContext(App app, String eventName, TrackIds trackIds, String queue, Instant startedAt) {}
