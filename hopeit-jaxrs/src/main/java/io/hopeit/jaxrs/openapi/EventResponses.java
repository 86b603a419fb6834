package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.jaxrs.Bodies;
import io.hopeit.jaxrs.HttpResponse;
import io.hopeit.spi.EventDefinition;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The responses of operations: what events can end with, what developers say, and how they can fail. */
final class EventResponses {
    private static final int FIRST_ERROR = 400;

    private final Schemas schemas;
    private final EventBodies bodies;
    private final Set<ErrorResponse> errors = EnumSet.noneOf(ErrorResponse.class);

    EventResponses(Schemas schemas, EventBodies bodies) {
        this.schemas = schemas;
        this.bodies = bodies;
    }

    APIResponses of(EventDefinition event, boolean hasBody, boolean hasParameters) {
        var responses = OASFactory.createAPIResponses();
        parts(event, hasBody, hasParameters)
                .forEach((status, parts) -> responses.addAPIResponse(status, response(event, status, parts)));
        return responses;
    }

    /** The errors that responses have referred to so far. */
    Set<ErrorResponse> errors() {
        return EnumSet.copyOf(errors);
    }

    private Map<String, ResponseParts> parts(EventDefinition event, boolean hasBody, boolean hasParameters) {
        var byStatus = new TreeMap<String, ResponseParts>();
        ResultFlow.results(event, hasBody, schemas).byStatus().forEach((status, results) -> {
            var media = status < FIRST_ERROR ? Bodies.produced(event) : MediaTypes.JSON;
            // only JSON has a word for it
            boolean noContent = status == PossibleResults.OK
                    && results.nothing()
                    && !MediaTypes.isJson(media)
                    && !(results.types().isEmpty() && answersItself(event));
            if (!noContent || !results.types().isEmpty()) {
                at(String.valueOf(status), byStatus).add(results, media);
            }
            if (noContent) {
                at("204", byStatus);
            }
        });
        DeclaredResponse.of(event)
                .forEach(declared -> at(declared.status(), byStatus).add(declared, schemas));
        ErrorResponse.of(event, hasBody, hasParameters)
                .forEach(error -> at(String.valueOf(error.status()), byStatus).add(error));
        return byStatus;
    }

    /** What it does with its response, such as to send a file, nobody can tell. */
    private static boolean answersItself(EventDefinition event) {
        return event.flow()
                .calls()
                .flatMap(call -> Arrays.stream(call.method().getParameterTypes()))
                .anyMatch(HttpResponse.class::equals);
    }

    private static ResponseParts at(String status, Map<String, ResponseParts> byStatus) {
        return byStatus.computeIfAbsent(status, s -> new ResponseParts());
    }

    private APIResponse response(EventDefinition event, String status, ResponseParts parts) {
        if (parts.isPlainError()) {
            var error = parts.error().orElseThrow();
            errors.add(error);
            return Refs.response(error.component());
        }
        var response = OASFactory.createAPIResponse().description(ResponseTexts.of(status, parts));
        content(event, parts).filter(content -> isBodyAllowed(status)).ifPresent(response::setContent);
        TrackHeaderDocs.responseHeaders(event.id().plugin().isPresent())
                .keySet()
                .forEach(name -> response.addHeader(name, Refs.header(name)));
        parts.error().ifPresent(error -> error.addHeaders(response));
        return response;
    }

    private static boolean isBodyAllowed(String status) {
        return !status.matches("\\d+") || Bodies.isAllowed(Integer.parseInt(status));
    }

    private Optional<Content> content(EventDefinition event, ResponseParts parts) {
        var all = parts.bodies();
        if (parts.error().isPresent()) {
            all.putIfAbsent(MediaTypes.JSON, Set.of());
        }
        var content = OASFactory.createContent();
        all.forEach((media, types) -> content.addMediaType(
                media,
                OASFactory.createMediaType()
                        .schema(
                                MediaTypes.isJson(media)
                                        ? json(event, types, media.equals(MediaTypes.JSON), parts)
                                        : MediaTypes.schema(media))));
        return all.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private Schema json(EventDefinition event, Collection<JavaType> types, boolean withError, ResponseParts parts) {
        var error = parts.error().filter(e -> withError).map(e -> Refs.schema(ErrorInfo.NAME));
        var each = Stream.concat(types.stream().map(type -> bodies.response(event.name(), type)), error.stream())
                .toList();
        var schema =
                switch (each.size()) {
                    case 0 -> OASFactory.createSchema();
                    case 1 -> each.getFirst();
                    default -> OASFactory.createSchema().anyOf(each);
                };
        return parts.nothing() ? Nullability.nullable(schema) : schema;
    }
}
