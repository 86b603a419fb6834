package io.hopeit.jaxrs.openapi;

import io.hopeit.jaxrs.RequestParameter;
import io.hopeit.jaxrs.RequestParameter.Kind;
import io.hopeit.spi.EventDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.media.Encoding;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Describes forms: a property for each field. */
record FormBodies(ParameterSchemas parameters) {

    RequestBody request(EventDefinition event) {
        var schema = OASFactory.createSchema().type(SchemaType.OBJECT);
        var media = OASFactory.createMediaType().schema(schema);
        fields(event).values().forEach(field -> {
            schema.addProperty(field.name(), property(field));
            media.addEncoding(field.name(), encoding(field));
            if (ParameterSchemas.isRequired(field)) {
                schema.addRequired(field.name());
            }
        });
        return OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent().addMediaType(MediaTypes.FORM, media));
    }

    private static Map<String, RequestParameter> fields(EventDefinition event) {
        var byName = new LinkedHashMap<String, RequestParameter>();
        ParameterSchemas.shown(event).stream()
                .filter(parameter -> parameter.kind() == Kind.FORM)
                .forEach(field -> byName.putIfAbsent(field.name(), field));
        return byName;
    }

    private Schema property(RequestParameter field) {
        var schema = parameters.of(field);
        return ParameterSchemas.docs(field).map(docs -> describe(schema, docs)).orElse(schema);
    }

    private static Schema describe(Schema schema, Parameter docs) {
        var described = Refs.extensible(schema);
        if (!docs.description().isEmpty()) {
            described.setDescription(docs.description());
        }
        if (!docs.example().isEmpty()) {
            described.setExample(docs.example());
        }
        if (docs.deprecated()) {
            described.setDeprecated(true);
        }
        return described;
    }

    private static Encoding encoding(RequestParameter field) {
        return OASFactory.createEncoding()
                .contentType(
                        switch (field.content()) {
                            case TEXT -> MediaTypes.TEXT;
                            case FILE -> MediaTypes.BINARY;
                            case JSON -> MediaTypes.JSON;
                        });
    }
}
