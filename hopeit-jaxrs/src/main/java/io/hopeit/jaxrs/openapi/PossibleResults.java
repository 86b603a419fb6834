package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.jaxrs.ResponseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an event can end with.
 *
 * @param types of values, each once
 * @param nothing whether it can end without a value
 */
record PossibleResults(List<JavaType> types, boolean nothing) {
    private static final int OK = 200;

    PossibleResults {
        types = List.copyOf(types);
    }

    /** The status of a response with a value of this type. */
    static int status(JavaType type) {
        var status = type.getRawClass().getAnnotation(ResponseStatus.class);
        return status == null ? OK : status.value();
    }

    /** The types that are answered with each status; none when it has no value. */
    Map<Integer, List<JavaType>> byStatus() {
        var byStatus = new TreeMap<Integer, List<JavaType>>();
        types.forEach(type -> byStatus.computeIfAbsent(status(type), status -> new ArrayList<>())
                .add(type));
        if (nothing) {
            byStatus.putIfAbsent(OK, List.of());
        }
        return byStatus;
    }

    /** Whether a response with this status can be {@code null}. */
    boolean isNullable(int status) {
        return nothing && status == OK;
    }
}
