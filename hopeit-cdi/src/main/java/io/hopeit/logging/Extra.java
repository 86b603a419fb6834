package io.hopeit.logging;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell beside the message: {@code extra.<key>=<value>}.
 *
 * {@snippet :
 * log.info("shipped", Extra.of("order", order.id()), Extra.of("pieces", order.pieces()));
 * }
 *
 * @param key its name; when it contains password, secret, token, credential or authorization, the value is {@code ***}
 * @param value a float is shown with three decimals, a time in ISO-8601, a list or map as JSON, others by {@code
 *     toString()}
 */
public record Extra(String key, @Nullable Object value) {
    /** {@code Extra.of("something_id", id)} is {@code extra.something_id=…}. */
    public static Extra of(String key, @Nullable Object value) {
        return new Extra(key, value);
    }
}
