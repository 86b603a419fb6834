package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that comes with one status, as it is found: results, what developers say, and an error. */
final class ResponseParts {
    private final Map<String, Set<JavaType>> bodies = new TreeMap<>();
    private final Set<JavaType> results = new LinkedHashSet<>();
    private boolean nothing;
    private String description = "";
    private @Nullable ErrorResponse error;

    /** {@code media} is how they are sent. */
    void add(PossibleResults.Results found, String media) {
        nothing |= found.nothing();
        results.addAll(found.types());
        types(media).addAll(found.types());
    }

    void add(DeclaredResponse declared, Schemas schemas) {
        if (description.isEmpty()) {
            description = declared.description();
        }
        declared.bodies().forEach(body -> {
            var types = types(body.media());
            if (body.type() != void.class) {
                types.add(schemas.type(body.type()));
            }
        });
    }

    void add(ErrorResponse found) {
        error = found;
    }

    private Set<JavaType> types(String media) {
        return bodies.computeIfAbsent(media, m -> new LinkedHashSet<>());
    }

    /** Types of bodies, with what they are in Java; those that are not JSON may be anything. */
    Map<String, Set<JavaType>> bodies() {
        return new TreeMap<>(bodies);
    }

    /** Types of values that the event ends with. */
    Set<JavaType> results() {
        return new LinkedHashSet<>(results);
    }

    /** Whether the event may end without a value. */
    boolean nothing() {
        return nothing;
    }

    /** What developers say; may be empty. */
    String description() {
        return description;
    }

    Optional<ErrorResponse> error() {
        return Optional.ofNullable(error);
    }

    /** Whether it is an error and nothing else. */
    boolean isPlainError() {
        return error != null && bodies.isEmpty() && description.isEmpty();
    }
}
