package io.hopeit.streams;

/**
 * Writes messages to a stream. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * @WriteStream("streams.something-event")
 * Publisher<Something> events;
 *
 * void changed(Something something) {
 *     events.publish(something);
 * }
 * }
 *
 * <p>The stream, its queues and its format are those of the {@link io.hopeit.WriteStream} annotation and of {@code
 * hopeit.stream.<name>.*}. A message that a step publishes has the track ids of its run; elsewhere it begins a request of
 * its own, with new ones.
 *
 * @param <T> the payloads
 */
@FunctionalInterface
public interface Publisher<T> {
    /**
     * Publishes one message to each queue, and returns when the server has confirmed all of them. That takes at most
     * {@code hopeit.redis.command-timeout}; when there is no connection it fails at once. A failed publish is never
     * repeated behind the caller's back.
     *
     * @throws io.hopeit.StreamUnavailableException when one is not confirmed, which then may or may not be stored; or
     *     when the calling thread is interrupted, which then is so again
     * @throws IllegalArgumentException when the payload cannot be written as JSON
     */
    void publish(T payload);
}
