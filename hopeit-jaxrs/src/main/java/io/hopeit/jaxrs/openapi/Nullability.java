package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.Types;
import java.lang.annotation.Annotation;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** How a schema says that a value may be null. */
final class Nullability {
    private Nullability() {}

    static Schema apply(Schema schema, List<Annotation> annotations) {
        return annotations.stream().anyMatch(Types::isNullable) ? nullable(schema) : schema;
    }

    /** What refers to a type, or is composed of several, may be null as one more alternative. */
    static Schema nullable(Schema schema) {
        if (schema.getAnyOf() != null) {
            return schema.getAnyOf().stream().anyMatch(Nullability::isNull) ? schema : schema.addAnyOf(justNull());
        }
        return schema.getRef() != null || schema.getAllOf() != null
                ? OASFactory.createSchema().addAnyOf(schema).addAnyOf(justNull())
                : schema.nullable(true);
    }

    /** In OpenAPI 3.0 null has a type: one that allows it and, here, nothing else. Helidon cannot write it as a constant. */
    private static Schema justNull() {
        return OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .nullable(true)
                .not(OASFactory.createSchema().type(SchemaType.OBJECT));
    }

    /** Whether nothing but null is meant. */
    static boolean isNull(Schema schema) {
        return Boolean.TRUE.equals(schema.getNullable())
                && isObject(schema)
                && schema.getNot() != null
                && isObject(schema.getNot())
                && schema.getNot().getProperties() == null;
    }

    private static boolean isObject(Schema schema) {
        return schema.getType() == SchemaType.OBJECT;
    }
}
