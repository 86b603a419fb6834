package io.hopeit.jaxrs;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Why a form is refused. */
final class UploadErrors {
    private UploadErrors() {}

    static WebApplicationException malformed(String why) {
        return RequestException.badRequest("", "is not a form as multipart/form-data: " + why);
    }

    static WebApplicationException tooLarge(String what, long limit, String unit) {
        return new ClientErrorException(
                "%s: at most %d %s".formatted(what, limit, unit), Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }

    static WebApplicationException notMultipart() {
        return new NotSupportedException("the content type has to be multipart/form-data");
    }
}
