package io.hopeit.jaxrs;

import io.hopeit.spi.Types;
import java.lang.reflect.Type;

/**
 * hopeit's rule for bodies that are no object or list: a text, number or truth value is read from {@code {"value": x}}
 * and written as {@code {"<event name>": x}}.
 *
 * {@snippet :
 * boolean isWrapped(EventDefinition event) {
 *     return event.steps().getLast().resultType() == String.class && Atomic.isAtomic(String.class); // {"value": "x"}
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class Atomic {
    /** The member that an atomic payload is read from. */
    public static final String VALUE = "value";

    private Atomic() {}

    /** Whether values of this type are wrapped. */
    public static boolean isAtomic(Type type) {
        var raw = boxed(Types.raw(type));
        return CharSequence.class.isAssignableFrom(raw)
                || Number.class.isAssignableFrom(raw)
                || raw == Boolean.class
                || raw == Character.class;
    }

    /** Results are asked about for each request, and they are objects. */
    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? Types.boxed(type) : type;
    }
}
