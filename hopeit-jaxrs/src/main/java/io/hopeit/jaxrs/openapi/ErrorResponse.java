package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.EventDefinition;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** How an event can fail, whatever it does. */
enum ErrorResponse {
    BAD_REQUEST(400, "BadRequest", "A parameter or the body is not as described"),
    UNAUTHORIZED(401, "Unauthorized", "The request does not prove who sends it"),
    FORBIDDEN(403, "Forbidden", "The sender has none of the roles that are needed"),
    TOO_LARGE(413, "ContentTooLarge", "The body is larger than the event allows"),
    UNSUPPORTED(415, "UnsupportedMediaType", "The body is not of the type that is described"),
    FAILED(500, "InternalServerError", "The event failed"),
    UNAVAILABLE(503, "ServiceUnavailable", "Results cannot be published at the moment"),
    TIMEOUT(504, "GatewayTimeout", "The event took too long");

    private final int status;
    private final String component;
    private final String description;

    ErrorResponse(int status, String component, String description) {
        this.status = status;
        this.component = component;
        this.description = description;
    }

    static Set<ErrorResponse> of(EventDefinition event, boolean hasBody, boolean hasParameters) {
        var errors = EnumSet.of(FAILED, TIMEOUT);
        if (hasBody) {
            errors.addAll(EnumSet.of(BAD_REQUEST, TOO_LARGE, UNSUPPORTED));
        }
        if (hasParameters) {
            errors.add(BAD_REQUEST);
        }
        if (!event.access().isOpen()) {
            // the proof is one of the request's parts that can be malformed
            errors.addAll(EnumSet.of(BAD_REQUEST, UNAUTHORIZED));
        }
        if (event.access().roles().isPresent()) {
            errors.add(FORBIDDEN);
        }
        if (event.output().isPresent()) {
            errors.add(UNAVAILABLE);
        }
        return errors;
    }

    int status() {
        return status;
    }

    /** Its name among the components. */
    String component() {
        return component;
    }

    String description() {
        return description;
    }

    APIResponse response() {
        return addHeaders(OASFactory.createAPIResponse()
                .description(description)
                .content(Refs.json(Refs.schema(ErrorInfo.NAME))));
    }

    /** Adds the headers that a response has because of this error. */
    APIResponse addHeaders(APIResponse response) {
        switch (this) {
            case UNAUTHORIZED ->
                response.addHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        header("How to prove it", OASFactory.createSchema().type(SchemaType.STRING)));
            case UNAVAILABLE ->
                response.addHeader(
                        HttpHeaders.RETRY_AFTER,
                        header(
                                "Seconds to wait before another try",
                                OASFactory.createSchema()
                                        .type(SchemaType.INTEGER)
                                        .format("int32")));
            default -> {}
        }
        return response;
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }
}
