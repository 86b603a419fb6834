package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.Types;
import java.lang.annotation.Annotation;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** How a schema says that a value may be null. */
final class Nullability {
    private Nullability() {}

    static Schema apply(Schema schema, List<Annotation> annotations) {
        return annotations.stream().anyMatch(Types::isNullable) ? nullable(schema) : schema;
    }

    static Schema nullable(Schema schema) {
        return Refs.extensible(schema).nullable(true);
    }
}
