package io.hopeit.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What configuration says about those who read a stream, in place of their annotations; whatever is empty is as these
 * say.
 *
 * {@snippet lang="properties" :
 * hopeit.stream.orders.concurrency=20
 * hopeit.stream.orders.max-deliveries=10
 * }
 *
 * @param lanes in which order messages are worked on, and how many at once
 * @param failures what becomes of a message whose work fails
 */
public record StreamOverrides(Lanes lanes, Failures failures) {
    /**
     * In place of members of {@code @StreamEvent}.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.order=key
     * hopeit.stream.orders.order-key=customer.id
     * hopeit.stream.orders.concurrency=50
     * }
     *
     * @param order {@code none}, {@code key} or {@code stream}; key {@code order}
     * @param key the path to the key in the payload; key {@code order-key}
     * @param concurrency how many messages of one consumer are worked on at once; key {@code concurrency}
     */
    public record Lanes(Optional<Ordering> order, Optional<String> key, Optional<Integer> concurrency) {}

    /**
     * Which messages wait for others.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.order=stream
     * }
     */
    public enum Ordering implements WireName {
        /** None of them. */
        NONE("none"),
        /** Those with equal keys. */
        KEY("key"),
        /** All of a queue. */
        STREAM("stream");

        private final String wireName;

        Ordering(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /**
     * In place of {@code @OnFailure}.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.max-deliveries=3
     * hopeit.stream.orders.backoff=PT5S
     * hopeit.stream.orders.abort-on=java.lang.IllegalArgumentException
     * }
     *
     * @param maxDeliveries how often a message is delivered at most; key {@code max-deliveries}
     * @param backoff the pause before the second delivery; key {@code backoff}
     * @param maxBackoff the longest pause; key {@code max-backoff}
     * @param deadLetter whether a message that has failed for good is kept; key {@code dead-letter}
     * @param retryOn names of classes; key {@code retry-on}
     * @param abortOn names of classes; key {@code abort-on}
     */
    public record Failures(
            Optional<Integer> maxDeliveries,
            Optional<Duration> backoff,
            Optional<Duration> maxBackoff,
            Optional<Boolean> deadLetter,
            Optional<List<String>> retryOn,
            Optional<List<String>> abortOn) {}

    /** Nothing is said. */
    public static StreamOverrides none() {
        return new StreamOverrides(
                new Lanes(Optional.empty(), Optional.empty(), Optional.empty()),
                new Failures(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
