package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.jaxrs.Atomic;
import java.lang.reflect.Parameter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** What payloads look like in requests and responses: themselves, or in an object when they are atomic. */
record EventBodies(Schemas schemas) {

    RequestBody request(Parameter payload) {
        var type = schemas.type(payload.getParameterizedType());
        var schema = Annotations.of(payload).applyTo(schemas.of(type), Constraints::apply);
        var body = OASFactory.createRequestBody()
                .required(true)
                .content(Refs.json(Atomic.isAtomic(type.getRawClass()) ? object(Atomic.VALUE, schema) : schema));
        var documented =
                payload.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.RequestBody.class);
        return documented == null || documented.description().isEmpty()
                ? body
                : body.description(documented.description());
    }

    Schema response(String event, JavaType type) {
        var schema = schemas.of(type);
        return Atomic.isAtomic(type.getRawClass()) ? object(event, schema) : schema;
    }

    private static Schema object(String member, Schema schema) {
        return OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .addRequired(member)
                .addProperty(member, schema);
    }
}
