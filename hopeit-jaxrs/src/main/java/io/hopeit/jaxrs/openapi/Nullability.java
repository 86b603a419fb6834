package io.hopeit.jaxrs.openapi;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Whether a value may be null: when an annotation of that name says so, from whatever library. */
final class Nullability {
    private static final Set<String> NULLABLE = Set.of("Nullable", "CheckForNull");

    private Nullability() {}

    static boolean isNullable(Annotation annotation) {
        return NULLABLE.contains(annotation.annotationType().getSimpleName());
    }

    static Schema apply(Schema schema, List<Annotation> annotations) {
        return annotations.stream().anyMatch(Nullability::isNullable) ? nullable(schema) : schema;
    }

    static Schema nullable(Schema schema) {
        return Refs.extensible(schema).nullable(true);
    }
}
