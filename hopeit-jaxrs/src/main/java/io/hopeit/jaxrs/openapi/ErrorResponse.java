package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.EventDefinition;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** How an event can fail, whatever it does. */
enum ErrorResponse {
    BAD_REQUEST(400, "BadRequest", "A parameter or the body is not as described"),
    TOO_LARGE(413, "ContentTooLarge", "The body is larger than the event allows"),
    UNSUPPORTED(415, "UnsupportedMediaType", "The body is not JSON"),
    FAILED(500, "InternalServerError", "The event failed"),
    UNAVAILABLE(503, "ServiceUnavailable", "Results cannot be published at the moment"),
    TIMEOUT(504, "GatewayTimeout", "The event took too long");

    private static final String RETRY_AFTER = "Retry-After";

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
        if (this == UNAVAILABLE) {
            var seconds = OASFactory.createSchema().type(SchemaType.INTEGER).format("int32");
            response.addHeader(
                    RETRY_AFTER,
                    OASFactory.createHeader()
                            .description("Seconds to wait before another try")
                            .schema(seconds));
        }
        return response;
    }
}
