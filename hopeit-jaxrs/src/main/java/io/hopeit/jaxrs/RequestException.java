package io.hopeit.jaxrs;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A request that is refused before its event runs. */
final class RequestException extends WebApplicationException {
    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    private RequestException(int status, String message, List<FieldError> errors) {
        this(Response.status(status).build(), message, errors);
    }

    private RequestException(Response response, String message, List<FieldError> errors) {
        super(message, response);
        this.errors = errors;
    }

    /** One part of the request is wrong; an empty field is the body as a whole. */
    static RequestException badRequest(String field, String message) {
        var subject = field.isEmpty() ? "the body" : field;
        var errors = field.isEmpty() ? List.<FieldError>of() : List.of(new FieldError(field, message));
        return new RequestException(400, subject + " " + message, errors);
    }

    /** Which of several values counts is a guess that others may make in another way. */
    static void checkOnce(String field, int times) {
        if (times > 1) {
            throw badRequest(field, "is given %d times, but has one value".formatted(times));
        }
    }

    /** Also ends the connection: nobody knows where its next request begins. */
    static RequestException unclearLength() {
        var response = Response.status(400).header("Connection", "close").build();
        return new RequestException(response, "the length of the body is not clear", List.of());
    }

    static RequestException notFound(String message) {
        return new RequestException(404, message, List.of());
    }

    static RequestException conflict(String message) {
        return new RequestException(409, message, List.of());
    }

    static RequestException malformedAuthorization() {
        return new RequestException(400, "Malformed Authorization", List.of());
    }

    static RequestException tooLarge(long limit) {
        return new RequestException(413, "the body is larger than %d bytes".formatted(limit), List.of());
    }

    List<FieldError> errors() {
        return errors;
    }
}
