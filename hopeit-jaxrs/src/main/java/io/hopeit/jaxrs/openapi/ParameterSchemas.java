package io.hopeit.jaxrs.openapi;

import io.hopeit.jaxrs.RequestParameter;
import io.hopeit.jaxrs.UploadedFile;
import io.hopeit.spi.EventDefinition;
import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes parts of requests, with their constraints. */
record ParameterSchemas(Schemas schemas) {

    Schema of(RequestParameter parameter) {
        var schema = Annotations.of(parameter.parameter()).applyTo(content(parameter), Constraints::apply);
        parameter.defaultValue().flatMap(text -> DefaultValues.of(text, schema)).ifPresent(schema::setDefaultValue);
        return schema;
    }

    private Schema content(RequestParameter parameter) {
        var type = schemas.type(parameter.type());
        return switch (parameter.content()) {
            case TEXT -> new TextSchemas(schemas).of(type);
            case FILE -> type.getRawClass() == UploadedFile.class ? MediaTypes.binary() : files();
            case JSON -> schemas.of(type);
        };
    }

    private static Schema files() {
        return OASFactory.createSchema().type(SchemaType.ARRAY).items(MediaTypes.binary());
    }

    /** What is told about it. */
    static Optional<Parameter> docs(RequestParameter parameter) {
        return Optional.ofNullable(parameter.parameter().getAnnotation(Parameter.class));
    }

    /** Whether a request without it is refused: by the server, or by the event itself, as its developer says. */
    static boolean isRequired(RequestParameter parameter) {
        return parameter.isRequired()
                || isNeverEmpty(parameter.parameter())
                || docs(parameter).filter(Parameter::required).isPresent();
    }

    /** An absent collection is an empty one. */
    private static boolean isNeverEmpty(java.lang.reflect.Parameter parameter) {
        return Collection.class.isAssignableFrom(parameter.getType())
                && !parameter.isAnnotationPresent(DefaultValue.class)
                && Arrays.stream(parameter.getAnnotations()).anyMatch(Constraints::isNeverEmpty);
    }

    /** What the methods of an event take from a request, without those that are hidden. */
    static List<RequestParameter> shown(EventDefinition event) {
        return event.flow()
                .calls()
                .flatMap(call -> call.requestParameters().stream())
                .flatMap(parameter -> RequestParameter.of(parameter).stream())
                .filter(parameter -> docs(parameter).filter(Parameter::hidden).isEmpty())
                .toList();
    }
}
