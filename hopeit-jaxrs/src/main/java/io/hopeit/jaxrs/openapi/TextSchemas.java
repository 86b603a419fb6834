package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.jaxrs.RequestParameter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes what is text in a request: JAX-RS makes values of it, not JSON. */
record TextSchemas(Schemas schemas) {

    Schema of(JavaType type) {
        if (type.isCollectionLikeType()) {
            var array = OASFactory.createSchema().type(SchemaType.ARRAY).items(of(type.getContentType()));
            return Set.class.isAssignableFrom(type.getRawClass()) ? array.uniqueItems(true) : array;
        }
        if (RequestParameter.isOneOfNames(type.getRawClass())) {
            return text().enumeration(constants(type.getRawClass()));
        }
        return isStandard(type) ? scalar(schemas.of(type)) : text();
    }

    private static List<Object> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .<Object>map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private static boolean isStandard(JavaType type) {
        boolean isOfJava = type.isPrimitive() || type.getRawClass().getName().startsWith("java.");
        return isOfJava && type.getRawClass() != Date.class; // its texts are no ISO-8601
    }

    private static Schema scalar(Schema schema) {
        return switch (schema.getType()) {
            case STRING, INTEGER, NUMBER, BOOLEAN -> schema;
            case null, default -> text();
        };
    }

    private static Schema text() {
        return OASFactory.createSchema().type(SchemaType.STRING);
    }
}
