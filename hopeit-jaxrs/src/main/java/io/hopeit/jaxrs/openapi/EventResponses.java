package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.jaxrs.Bodies;
import io.hopeit.jaxrs.ResponseStatus;
import io.hopeit.spi.EventDefinition;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The responses of operations: what events can end with, and how they can fail. */
final class EventResponses {
    private static final String OR = "; or: ";

    private final Schemas schemas;
    private final EventBodies bodies;
    private final Set<ErrorResponse> errors = EnumSet.noneOf(ErrorResponse.class);

    EventResponses(Schemas schemas, EventBodies bodies) {
        this.schemas = schemas;
        this.bodies = bodies;
    }

    APIResponses of(EventDefinition event, boolean hasBody, boolean hasParameters) {
        var results = ResultFlow.results(event, hasBody, schemas);
        var byStatus = new TreeMap<Integer, APIResponse>();
        results.byStatus()
                .forEach((status, types) ->
                        byStatus.put(status, result(status, types, body(event, types, results.isNullable(status)))));
        ErrorResponse.of(event, hasBody, hasParameters)
                .forEach(error -> byStatus.compute(
                        error.status(), (status, result) -> result == null ? shared(error) : withError(result, error)));
        var responses = OASFactory.createAPIResponses();
        byStatus.forEach((status, response) -> responses.addAPIResponse(String.valueOf(status), response));
        return responses;
    }

    /** The errors that responses have referred to so far. */
    Set<ErrorResponse> errors() {
        return EnumSet.copyOf(errors);
    }

    private APIResponse shared(ErrorResponse error) {
        errors.add(error);
        return Refs.response(error.component());
    }

    private Schema body(EventDefinition event, List<JavaType> types, boolean isNullable) {
        var each =
                types.stream().map(type -> bodies.response(event.name(), type)).toList();
        var schema =
                switch (each.size()) {
                    case 0 -> OASFactory.createSchema();
                    case 1 -> each.getFirst();
                    default -> OASFactory.createSchema().anyOf(each);
                };
        return isNullable ? Nullability.nullable(schema) : schema;
    }

    private static APIResponse result(int status, List<JavaType> types, Schema body) {
        var response = OASFactory.createAPIResponse().description(description(status, types));
        if (Bodies.isAllowed(status)) {
            response.setContent(Refs.json(body));
        }
        TrackHeaderDocs.responseHeaders().keySet().forEach(name -> response.addHeader(name, Refs.header(name)));
        return response;
    }

    private static String description(int status, List<JavaType> types) {
        if (types.isEmpty()) {
            return "no result";
        }
        var written = types.stream()
                .flatMap(type -> description(type).stream())
                .distinct()
                .collect(Collectors.joining(OR));
        return written.isEmpty() ? reason(status) : written;
    }

    private static String reason(int status) {
        var standard = Response.Status.fromStatusCode(status);
        return status == 200 || standard == null ? "result" : standard.getReasonPhrase();
    }

    private static Optional<String> description(JavaType type) {
        return Optional.ofNullable(type.getRawClass().getAnnotation(ResponseStatus.class))
                .map(ResponseStatus::description)
                .filter(text -> !text.isEmpty())
                .or(() -> SchemaDocs.description(type.getRawClass()));
    }

    private static APIResponse withError(APIResponse response, ErrorResponse error) {
        var media = response.getContent().getMediaTypes().values().iterator().next();
        var known = media.getSchema();
        var each = new ArrayList<>(known.getAnyOf() == null ? List.of(known) : known.getAnyOf());
        each.add(Refs.schema(ErrorInfo.NAME));
        media.setSchema(OASFactory.createSchema().anyOf(each));
        return error.addHeaders(response.description(response.getDescription() + OR + error.description()));
    }
}
