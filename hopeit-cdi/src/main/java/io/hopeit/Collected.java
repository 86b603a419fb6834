package io.hopeit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of a {@link Collector} have returned: the payload of the step after it. Immutable.
 *
 * {@snippet :
 * Answer answer(Collected quotes) {
 *     return new Answer(quotes.payload(Order.class), quotes.get("best", Quote.class));
 * }
 * }
 *
 * @param payload what the collector has worked on
 * @param results what each method has returned, by its name; null for nothing
 */
public record Collected(@Nullable Object payload, Map<String, @Nullable Object> results) {
    public Collected {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /** What the collector has worked on. */
    public <T> @Nullable T payload(Class<T> type) {
        return type.cast(payload);
    }

    /**
     * What this method has returned, or null for nothing.
     *
     * @throws IllegalArgumentException when the collector has no method of this name
     */
    public <T> @Nullable T get(String method, Class<T> type) {
        if (!results.containsKey(method)) {
            throw new IllegalArgumentException(
                    "nothing is collected as \"%s\", but %s".formatted(method, String.join(", ", results.keySet())));
        }
        return type.cast(results.get(method));
    }
}
