package io.hopeit.sample.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Defaults of annotations, as they would be written. */
final class Values {
    private Values() {}

    static String text(Object value) {
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> text(Array.get(value, i)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return switch (value) {
            case String text -> '"' + text + '"';
            case Class<?> type -> type.getSimpleName() + ".class";
            case Annotation annotation -> "@" + annotation.annotationType().getSimpleName();
            default -> value.toString();
        };
    }
}
