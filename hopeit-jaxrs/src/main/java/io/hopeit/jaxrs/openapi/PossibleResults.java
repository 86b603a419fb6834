package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.jaxrs.ResponseStatus;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What an event can end with: values of some types, or none, each with a status. */
final class PossibleResults {
    static final int OK = 200;

    private final Map<Integer, Results> byStatus = new TreeMap<>();

    /**
     * All that comes with one status.
     *
     * @param types of values, each once
     * @param nothing whether there may be no value
     */
    record Results(Set<JavaType> types, boolean nothing) {
        Results {
            types = new LinkedHashSet<>(types);
        }

        private Results with(Collection<JavaType> more) {
            var all = new LinkedHashSet<>(types);
            all.addAll(more);
            return new Results(all, nothing);
        }
    }

    /** The status that this type says. */
    static OptionalInt declared(JavaType type) {
        var status = type.getRawClass().getAnnotation(ResponseStatus.class);
        return status == null ? OptionalInt.empty() : OptionalInt.of(status.value());
    }

    /** The status of a response with a value of this type. */
    static int status(JavaType type) {
        return declared(type).orElse(OK);
    }

    void add(int status, Collection<JavaType> types) {
        byStatus.put(status, at(status).with(types));
    }

    void addNothing(int status) {
        byStatus.put(status, new Results(at(status).types(), true));
    }

    private Results at(int status) {
        return byStatus.getOrDefault(status, new Results(Set.of(), false));
    }

    Map<Integer, Results> byStatus() {
        return new TreeMap<>(byStatus);
    }
}
