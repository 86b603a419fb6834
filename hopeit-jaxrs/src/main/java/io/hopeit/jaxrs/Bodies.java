package io.hopeit.jaxrs;

import io.hopeit.spi.EventDefinition;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/**
 * Which responses have a body, and of what type.
 *
 * {@snippet :
 * Bodies.isAllowed(204); // false: no content
 * }
 *
 * @hidden applications have no use for it
 */
public final class Bodies {
    private static final Set<Integer> NEVER = Set.of(204, 205, 304);

    private Bodies() {}

    /** What the results of an event are sent as: what {@link Produces} on its class says first, or JSON. */
    public static String produced(EventDefinition event) {
        var produces = event.beanClass().getAnnotation(Produces.class);
        return produces == null || produces.value().length == 0 ? MediaType.APPLICATION_JSON : produces.value()[0];
    }

    /** Whether a response with this status may have a body; HTTP says so. */
    public static boolean isAllowed(int status) {
        return status >= 200 && !NEVER.contains(status);
    }
}
