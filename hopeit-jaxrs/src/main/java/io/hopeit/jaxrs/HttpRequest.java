package io.hopeit.jaxrs;

import io.hopeit.spi.FromTrigger;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The request as it came, for a {@code @Preprocess} method. It belongs to the thread of the request, and to its time.
 *
 * {@snippet :
 * @Preprocess
 * Upload check(HttpRequest request) {
 *     return new Upload(request.header("X-Upload-Key").orElse(""), request.body());
 * }
 * }
 */
@FromTrigger({FromTrigger.Place.PREPROCESS, FromTrigger.Place.POSTPROCESS})
public final class HttpRequest {
    private static final int OK = 200;

    private final ContainerRequestContext request;
    private final RequestBody body;
    private OptionalInt status = OptionalInt.empty();

    HttpRequest(ContainerRequestContext request, RequestBody body) {
        this.request = request;
        this.body = body;
    }

    /** {@code GET}, {@code HEAD}, {@code POST}, … */
    public String method() {
        return request.getMethod();
    }

    /** The path that was asked for, without the query. */
    public String path() {
        var path = request.getUriInfo().getPath();
        return path.startsWith("/") ? path : "/" + path;
    }

    /**
     * Where the server serves all events, before {@link #path}: the path of a WAR and that of the JAX-RS application,
     * encoded and without a slash at its end, such as {@code /shop}; empty when that is the root. It belongs before the
     * paths of cookies and links.
     */
    public String basePath() {
        return request.getUriInfo().getBaseUri().getRawPath().replaceFirst("/+$", "");
    }

    /** The value of a header, whatever the case of its name; several are joined by commas. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaderString(name));
    }

    /** The values of a header, one for each time that it was sent. */
    public List<String> headers(String name) {
        var values = request.getHeaders().get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** The value of a cookie, without the quotes around it; the first one of that name. */
    public Optional<String> cookie(String name) {
        return SentCookies.find(request, name);
    }

    /**
     * The body as bytes; more than the event allows is a 413.
     *
     * @throws IllegalStateException when its parts have been asked for
     */
    public byte[] body() {
        return body.whole().clone();
    }

    /**
     * The parts of a form, as they arrive; 415 if it is no multipart/form-data.
     *
     * @throws IllegalStateException when they have been asked for, or the body has been read
     */
    public Parts parts() {
        return body.parts(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    /**
     * The form as a whole, with its files on disk until the end of the run; 415 if it is no multipart/form-data.
     *
     * @throws IllegalStateException when the body or its parts have been asked for
     */
    public FormData form() {
        return body.form(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    /** Deletes what was kept of the body. */
    void close() {
        body.close();
    }

    /**
     * With a status other than 200, what the method returns is the response, and the steps do not run.
     *
     * @param status 200 to 599
     * @throws IllegalArgumentException for another one
     */
    public void setStatus(int status) {
        this.status = OptionalInt.of(StatusRange.checked(status));
    }

    /** The status that was set. */
    public OptionalInt status() {
        return status;
    }

    /** Whether the response is decided, and the steps do not run. */
    boolean isAnswered() {
        return status.orElse(OK) != OK;
    }
}
