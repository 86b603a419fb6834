package io.hopeit.spi;

import io.hopeit.Order;

/**
 * How messages of a stream are worked on by one consumer.
 *
 * {@snippet :
 * var oneAfterAnother = new Lanes(io.hopeit.Order.STREAM, "", 1);
 * var perCustomer = new Lanes(io.hopeit.Order.KEY, "customer.id", 50);
 * }
 *
 * @param order which wait for others
 * @param key the path to the key in the payload for {@link Order#KEY}, else empty
 * @param concurrency at most this many are worked on at once, at least 1; 100 of events that say nothing
 */
public record Lanes(Order order, String key, int concurrency) {
    /** That of events that say nothing. */
    public static final Lanes DEFAULT = new Lanes(Order.NONE, "", 100);

    /** @throws IllegalArgumentException for a concurrency below 1, and for a key without its order or the reverse */
    public Lanes {
        if (key.isEmpty() == (order == Order.KEY) || concurrency < 1) {
            throw new IllegalArgumentException(
                    "not lanes: order %s, key \"%s\", concurrency %d".formatted(order, key, concurrency));
        }
    }
}
