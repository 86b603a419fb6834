package io.hopeit.jaxrs.openapi;

import org.jspecify.annotations.Nullable;

/**
 * What one constraint says of a size; with what others have said, the narrower one counts.
 *
 * @param min 0 for any
 * @param max {@link Integer#MAX_VALUE} for any
 */
record SizeRange(int min, int max) {

    @Nullable
    Integer min(@Nullable Integer other) {
        return min == 0 ? other : Integer.valueOf(Math.max(min, other == null ? 0 : other));
    }

    @Nullable
    Integer max(@Nullable Integer other) {
        return max == Integer.MAX_VALUE ? other : Integer.valueOf(Math.min(max, other == null ? max : other));
    }
}
