package io.hopeit.streams;

import java.util.List;

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
     * {@code hopeit.redis.command-timeout}, or twice that where the stream wants replicas; when there is no connection it
     * fails at once. What many threads publish goes out together. A failed publish is never repeated behind the caller's
     * back. To repeat it is safe where the payload has an id ({@link io.hopeit.DataObject#eventId()}) and the stream {@code
     * hopeit.stream.<name>.idempotent-for}: within that time it is stored once.
     *
     * @throws io.hopeit.StreamUnavailableException when one is not confirmed; its outcome says whether it may be stored
     *     all the same. Also when the calling thread is interrupted, which then is so again
     * @throws IllegalArgumentException when the payload cannot be written as JSON, or the message is larger than {@code
     *     hopeit.stream.<name>.max-message-size}
     * @throws IllegalStateException in the run of an event whose message another consumer has taken over meanwhile:
     *     that one publishes it
     */
    void publish(T payload);

    /**
     * Publishes messages in this order, without waiting for one before the next, and returns when all are confirmed.
     *
     * @throws io.hopeit.StreamUnavailableException when one is not confirmed, with the outcome of the first such; others may
     *     be, before and after it
     * @throws IllegalArgumentException as {@link #publish}; those before it may be stored
     * @throws IllegalStateException as {@link #publish}
     */
    default void publishAll(List<? extends T> payloads) {
        payloads.forEach(this::publish);
    }
}
