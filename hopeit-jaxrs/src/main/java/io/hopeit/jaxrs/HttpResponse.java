package io.hopeit.jaxrs;

import io.hopeit.spi.FromTrigger;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response as it will be, for a {@code @Postprocess} method. What the method returns is the body, unless it sends
 * a file or a stream. It belongs to the thread of the request, and to its time.
 *
 * {@snippet :
 * @Postprocess
 * void send(Report report, HttpResponse response) throws IOException {
 *     response.setHeader("Cache-Control", "no-store");
 *     response.downloadAs("report.pdf");
 *     response.sendFile(report.path());
 * }
 * }
 */
@FromTrigger({FromTrigger.Place.PREPROCESS, FromTrigger.Place.POSTPROCESS})
public final class HttpResponse {
    private static final int OK = 200;

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> cookies = new ArrayList<>();
    private OptionalInt status = OptionalInt.empty();
    private @Nullable MediaType contentType;
    private ResponseBody body = new ResponseBody.Result();

    HttpResponse() {}

    /**
     * The status; by default what the result says, or 200.
     *
     * @param status 200 to 599
     * @throws IllegalArgumentException for another one
     */
    public void setStatus(int status) {
        this.status = OptionalInt.of(StatusRange.checked(status));
    }

    /**
     * Sets a header, instead of one that was set before.
     *
     * @throws IllegalArgumentException for line breaks, control characters and those that are not Latin-1, and for
     *     headers that the server sets
     */
    public void setHeader(String name, String value) {
        HeaderText.checkHeader(name, value);
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            setContentType(value);
        } else {
            headers.put(name, value);
        }
    }

    /**
     * Adds a cookie, which is sent as RFC 6265 says, alike on all servers: without its version and its comment, and in
     * quotes only when its value has blanks. A negative age is none: the cookie ends with the browser's session.
     *
     * @throws IllegalArgumentException for characters that cookies cannot have: in a value those are line breaks,
     *     control characters, quotes within it, {@code ,}, {@code ;}, {@code \} and whatever is not ASCII
     */
    public void addCookie(NewCookie cookie) {
        cookies.add(SetCookie.text(cookie));
    }

    /**
     * Tells the client to forget a cookie that was set with this path.
     *
     * @throws IllegalArgumentException for characters that cookies cannot have
     */
    public void deleteCookie(String name, String path) {
        addCookie(new NewCookie.Builder(name)
                .value("")
                .path(path)
                .maxAge(0)
                .expiry(Date.from(Instant.EPOCH))
                .secure(name.startsWith("__")) // or clients would leave __Host- and __Secure- ones alone
                .build());
    }

    /**
     * The type of the body; by default JSON, of a file what its name says, of a stream application/octet-stream.
     *
     * @throws IllegalArgumentException for characters that headers cannot have
     */
    public void setContentType(MediaType type) {
        HeaderText.checkHeader(HttpHeaders.CONTENT_TYPE, type.toString());
        contentType = type;
    }

    /**
     * The same, as text: {@code text/html;charset=utf-8}.
     *
     * @throws IllegalArgumentException when it is no such type, or has characters that headers cannot have
     */
    public void setContentType(String type) {
        HeaderText.checkHeader(HttpHeaders.CONTENT_TYPE, type);
        setContentType(MediaType.valueOf(type));
    }

    /**
     * Sends a file, which has to stay as it is until it is sent; clients may ask for a range of it, or whether it has
     * changed. If it is none the answer is 404. The other answers, 206, 304, 412 and 416, are in the OpenAPI document if
     * the event names them by {@code @APIResponse}.
     */
    public void sendFile(Path file) {
        body = new ResponseBody.OfFile(file);
    }

    /** Sends a file that clients should save under this name, which may have any characters. */
    public void sendFile(Path file, String downloadName) {
        sendFile(file);
        downloadAs(downloadName);
    }

    /** Tells clients to save the body under this name, which may have any characters. */
    public void downloadAs(String name) {
        headers.put(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name));
    }

    /**
     * Sends what {@code writer} writes, while it writes it.
     *
     * @param contentLength how many bytes it will be; when it writes more or fewer the connection is cut
     * @throws IllegalArgumentException when that is negative
     */
    public void stream(long contentLength, BodyWriter writer) {
        if (contentLength < 0) {
            throw new IllegalArgumentException("a stream has 0 bytes or more, not " + contentLength);
        }
        body = new ResponseBody.Streamed(contentLength, writer);
    }

    OptionalInt status() {
        return status;
    }

    MediaType contentType(MediaType defaultType) {
        return contentType == null ? defaultType : contentType;
    }

    /** Whether what the method returns is the body. */
    boolean isResult() {
        return body instanceof ResponseBody.Result;
    }

    /** The response; {@code entity} and {@code defaultType} are for a body that is the result. */
    Response toResponse(@Nullable Object entity, MediaType defaultType, HttpRequest request) {
        return switch (body) {
            case ResponseBody.Result result -> ofResult(entity, defaultType);
            case ResponseBody.OfFile(Path file) -> ofFile(file, request);
            case ResponseBody.Streamed streamed -> ofStream(streamed, request);
        };
    }

    private Response ofResult(@Nullable Object entity, MediaType defaultType) {
        var builder = builder(status.orElse(OK));
        boolean hasBody = entity != null && Bodies.isAllowed(status.orElse(OK));
        return hasBody ? builder.type(contentType(defaultType)).entity(entity).build() : builder.build();
    }

    private Response ofFile(Path file, HttpRequest request) {
        var state = FileState.of(file);
        boolean isPlain = status.orElse(OK) == OK;
        var plan = isPlain ? FileAnswer.of(state, request) : new FileAnswer.Whole();
        var builder = plan.describe(builder(status.orElse(OK)), state);
        if (plan instanceof FileAnswer.NotModified) {
            return builder.build();
        }
        var piece = plan.piece(state);
        return body(builder.type(contentType(state.typeByName())), piece.length(), piece::write, request);
    }

    private Response ofStream(ResponseBody.Streamed streamed, HttpRequest request) {
        var builder = builder(status.orElse(OK)).type(contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE));
        return body(builder, streamed.length(), streamed.writer(), request);
    }

    private Response body(ResponseBuilder builder, long length, BodyWriter writer, HttpRequest request) {
        if (!Bodies.isAllowed(status.orElse(OK))) {
            return builder.build();
        }
        builder.header(HttpHeaders.CONTENT_LENGTH, length).header("X-Content-Type-Options", "nosniff");
        boolean isHead = request.method().equals("HEAD");
        StreamingOutput entity = out -> ExactLength.write(out, length, writer);
        return isHead ? builder.build() : builder.entity(entity).build();
    }

    private ResponseBuilder builder(int code) {
        var builder = Response.status(code);
        cookies.forEach(cookie -> builder.header(HttpHeaders.SET_COOKIE, cookie));
        headers.forEach(builder::header);
        return builder;
    }
}
