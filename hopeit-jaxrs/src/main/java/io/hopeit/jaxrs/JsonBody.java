package io.hopeit.jaxrs;

import org.jspecify.annotations.Nullable;

/**
 * A response body that {@link PayloadWriter} writes.
 *
 * @param value null is written as {@code null}
 */
record JsonBody(@Nullable Object value) {}
