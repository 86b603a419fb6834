package io.hopeit.jaxrs;

import java.util.Set;

/** Which responses have a body. */
public final class Bodies {
    private static final Set<Integer> NEVER = Set.of(204, 205, 304);

    private Bodies() {}

    /** Whether a response with this status may have a body; HTTP says so. */
    public static boolean isAllowed(int status) {
        return status >= 200 && !NEVER.contains(status);
    }
}
