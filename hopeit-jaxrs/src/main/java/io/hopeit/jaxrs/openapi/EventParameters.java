package io.hopeit.jaxrs.openapi;

import io.hopeit.jaxrs.RequestParameter;
import io.hopeit.jaxrs.RequestParameter.Kind;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.PathTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters of operations. */
record EventParameters(ParameterSchemas schemas, TrackHeaderDocs trackHeaders) {

    /** What steps take, each part of the request once, and what the path has; not the fields of a form. */
    List<Parameter> ofSteps(EventDefinition event, PathTemplate path) {
        var byKey = new LinkedHashMap<String, Parameter>();
        ParameterSchemas.shown(event).stream()
                .filter(parameter -> parameter.kind() != Kind.FORM)
                .filter(parameter ->
                        parameter.kind() != Kind.PATH || path.names().contains(parameter.name()))
                .forEach(parameter -> byKey.computeIfAbsent(parameter.key(), key -> describe(parameter)));
        path.names()
                .forEach(name ->
                        byKey.computeIfAbsent(RequestParameter.key(Kind.PATH, name), key -> pathParameter(name)));
        return List.copyOf(byKey.values());
    }

    /** A step that takes a track header itself has described it better. */
    List<Parameter> withTrackHeaders(List<Parameter> parameters) {
        var all = new ArrayList<>(parameters);
        trackHeaders.parameters().stream()
                .filter(header -> parameters.stream().noneMatch(parameter -> isSame(parameter, header)))
                .forEach(all::add);
        return all;
    }

    private static boolean isSame(Parameter parameter, Parameter header) {
        return parameter.getIn() == Parameter.In.HEADER && parameter.getName().equalsIgnoreCase(header.getName());
    }

    private Parameter describe(RequestParameter source) {
        var parameter = OASFactory.createParameter()
                .name(source.name())
                .in(Parameter.In.valueOf(source.kind().name()))
                .required(source.kind() == Kind.PATH || ParameterSchemas.isRequired(source))
                .schema(schemas.of(source));
        ParameterSchemas.docs(source).ifPresent(docs -> addDocs(docs, parameter));
        return parameter;
    }

    private static void addDocs(
            org.eclipse.microprofile.openapi.annotations.parameters.Parameter docs, Parameter parameter) {
        if (!docs.description().isEmpty()) {
            parameter.setDescription(docs.description());
        }
        if (!docs.example().isEmpty()) {
            parameter.setExample(docs.example());
        }
        if (docs.deprecated()) {
            parameter.setDeprecated(true);
        }
    }

    private static Parameter pathParameter(String name) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema().type(SchemaType.STRING));
    }
}
