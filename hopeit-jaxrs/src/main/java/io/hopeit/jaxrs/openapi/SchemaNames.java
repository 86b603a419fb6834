package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives each type that becomes a component a name of its own; who comes first has the shortest. */
final class SchemaNames {
    private final Map<JavaType, String> names = new HashMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    SchemaNames() {
        owners.put(ErrorInfo.NAME, ErrorInfo.class);
    }

    boolean knows(JavaType type) {
        return names.containsKey(type);
    }

    String of(JavaType type) {
        return names.computeIfAbsent(type, this::claim);
    }

    private String claim(JavaType type) {
        var name = candidates(type)
                .filter(candidate -> !owners.containsKey(candidate))
                .findFirst()
                .orElseThrow();
        owners.put(name, type.getRawClass());
        return name;
    }

    private Stream<String> candidates(JavaType type) {
        var simple = simple(type);
        var prefixed = prefix(type.getRawClass(), owners.getOrDefault(simple, Object.class)) + simple;
        return Stream.concat(
                Stream.of(simple, prefixed), IntStream.iterate(2, n -> n + 1).mapToObj(n -> prefixed + n));
    }

    /** {@code PageSomething} for {@code Page<Something>}. */
    private static String simple(JavaType type) {
        if (type.isArrayType()) {
            return simple(type.getContentType()) + "Array";
        }
        var docs = type.getRawClass().getAnnotation(Schema.class);
        var own = docs == null || docs.name().isEmpty() ? type.getRawClass().getSimpleName() : docs.name();
        var arguments = type.getBindings().getTypeParameters().stream()
                .map(SchemaNames::simple)
                .collect(Collectors.joining());
        return (own + arguments).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** What tells two types of the same name apart: the package, or the class around it. */
    private static String prefix(Class<?> type, Class<?> other) {
        var around = type.getEnclosingClass();
        if (around != null && type.getPackageName().equals(other.getPackageName())) {
            return around.getSimpleName();
        }
        var last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return last.isEmpty() ? "" : Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
