package io.hopeit.jaxrs;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A response body that {@link PayloadWriter} writes.
 *
 * @param value null is written as {@code null}
 * @param declared what a method says that it returns
 */
record JsonBody(@Nullable Object value, Type declared) {
    /** One that is written as its class says. */
    JsonBody(Object value) {
        this(value, value.getClass());
    }
}
