package io.hopeit.spi;

import io.hopeit.StreamEvent;
import io.hopeit.config.StreamSettings;

/**
 * A stream that an event reads or writes, or that is injected.
 *
 * @param name in snake case: {@code streams.something_event}
 * @param settings what configuration says about it
 */
public record StreamDefinition(String name, StreamSettings settings) {
    /** The key in Redis of one of its queues. */
    public String key(String queue) {
        return queue.equals(StreamEvent.AUTO) ? settings.key() : settings.key() + "." + queue;
    }
}
