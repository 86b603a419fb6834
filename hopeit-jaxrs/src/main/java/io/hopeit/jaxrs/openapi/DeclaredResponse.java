package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Step;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * A response that an event's class or one of its methods says it has, such as one that a preprocess method decides on.
 *
 * @param status three digits, {@code 4XX} or {@code default}
 * @param description may be empty
 * @param bodies what it can have as a body
 */
record DeclaredResponse(String status, String description, List<Body> bodies) {
    private static final String STATUS = "default|[1-5](XX|\\d\\d)";
    private static final String OK = "200";

    DeclaredResponse {
        bodies = List.copyOf(bodies);
    }

    /**
     * A body.
     *
     * @param media its type
     * @param type what it is in Java; {@code void} when that is not said
     */
    record Body(String media, Class<?> type) {
        private static Body of(Content content) {
            var schema = content.schema();
            var type = schema.implementation() == Void.class ? void.class : schema.implementation();
            boolean isArray = schema.type() == SchemaType.ARRAY && type != void.class && !type.isArray();
            return new Body(
                    content.mediaType().isEmpty() ? MediaTypes.JSON : content.mediaType(),
                    isArray ? type.arrayType() : type);
        }
    }

    /** Those of an event, in the order in which they are written. */
    static List<DeclaredResponse> of(EventDefinition event) {
        return Stream.concat(Stream.of(event.beanClass()), event.flow().calls().map(Step.Call::method))
                .flatMap(DeclaredResponse::of)
                .filter(response -> response.status().matches(STATUS))
                .toList();
    }

    private static Stream<DeclaredResponse> of(AnnotatedElement element) {
        return Stream.concat(
                Arrays.stream(element.getAnnotationsByType(APIResponse.class)).map(DeclaredResponse::of),
                Arrays.stream(element.getAnnotationsByType(APIResponseSchema.class))
                        .map(DeclaredResponse::of));
    }

    private static DeclaredResponse of(APIResponse response) {
        return new DeclaredResponse(
                response.responseCode(),
                response.description(),
                Arrays.stream(response.content()).map(Body::of).toList());
    }

    private static DeclaredResponse of(APIResponseSchema response) {
        return new DeclaredResponse(
                response.responseCode().isEmpty() ? OK : response.responseCode(),
                response.responseDescription(),
                List.of(new Body(MediaTypes.JSON, response.value())));
    }
}
