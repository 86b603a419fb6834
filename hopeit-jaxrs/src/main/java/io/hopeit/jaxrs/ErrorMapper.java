package io.hopeit.jaxrs;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers every failure with JSON, and logs those that are the server's. A mapper of the application for a type of
 * exception of its own goes before it.
 *
 * {@snippet lang="text" :
 * HTTP/1.1 404 Not Found
 * Content-Type: application/json
 *
 * {
 *   "type": "about:blank",
 *   "title": "Not Found",
 *   "status": 404,
 *   "detail": "no order o1",
 *   "msg": "no order o1"
 * }
 * }
 *
 * @param <E> what it maps
 * @hidden applications have no use for it
 */
public abstract class ErrorMapper<E extends Throwable> implements ExceptionMapper<E> {
    private static final Logger LOG = System.getLogger("io.hopeit.http");

    @Inject
    EventCatalogue catalogue;

    @Context
    @Nullable
    UriInfo uri;

    @Context
    @Nullable
    HttpHeaders headers;

    /**
     * All that has no nearer mapper.
     *
     * {@snippet lang="text" :
     * HTTP/1.1 500 Internal Server Error
     * Content-Type: application/json
     *
     * {
     *   "type": "about:blank",
     *   "title": "Internal Server Error",
     *   "status": 500,
     *   "detail": "the request failed because of an error on the server",
     *   "msg": "the request failed because of an error on the server",
     *   "instance": "urn:uuid:f0f6d3f2-5e39-4d6c-9b5a-2a0e1f6c7d11",
     *   "id": "f0f6d3f2-5e39-4d6c-9b5a-2a0e1f6c7d11"
     * }
     * }
     */
    @Provider
    @Dependent
    public static class Any extends ErrorMapper<Throwable> {}

    /**
     * Servers have a mapper of their own for these.
     *
     * {@snippet lang="text" :
     * HTTP/1.1 400 Bad Request
     * Content-Type: application/json
     *
     * {
     *   "type": "about:blank",
     *   "title": "Bad Request",
     *   "status": 400,
     *   "detail": "id must not be blank",
     *   "msg": "id must not be blank",
     *   "errors": [{"field": "id", "message": "must not be blank"}]
     * }
     * }
     */
    @Provider
    @Dependent
    public static class Violations extends ErrorMapper<ConstraintViolationException> {}

    /**
     * Servers have a mapper of their own for these, too; it says what only developers should know.
     *
     * {@snippet lang="text" :
     * HTTP/1.1 500 Internal Server Error
     * Content-Type: application/json
     *
     * {
     *   "type": "about:blank",
     *   "title": "Internal Server Error",
     *   "status": 500,
     *   "detail": "the request failed because of an error on the server",
     *   "msg": "the request failed because of an error on the server",
     *   "instance": "urn:uuid:f0f6d3f2-5e39-4d6c-9b5a-2a0e1f6c7d11",
     *   "id": "f0f6d3f2-5e39-4d6c-9b5a-2a0e1f6c7d11"
     * }
     * }
     */
    @Provider
    @Dependent
    public static class Validation extends ErrorMapper<ValidationException> {}

    /**
     * Servers have a mapper of their own for these, too.
     *
     * {@snippet lang="text" :
     * HTTP/1.1 400 Bad Request
     * Content-Type: application/json
     *
     * {
     *   "type": "about:blank",
     *   "title": "Bad Request",
     *   "status": 400,
     *   "detail": "the body is not JSON",
     *   "msg": "the body is not JSON"
     * }
     * }
     */
    @Provider
    @Dependent
    public static class Processing extends ErrorMapper<ProcessingException> {}

    @Override
    public Response toResponse(E failure) {
        var cause = failure instanceof ProcessingException p && p.getCause() != null ? p.getCause() : failure;
        var original = cause instanceof WebApplicationException e
                ? e.getResponse()
                : Response.serverError().build();
        if (original.hasEntity() || original.getStatus() < 400 || isForOthers(cause)) {
            return original;
        }
        var reply = ErrorReply.of(cause);
        if (reply.status() >= 500) {
            log(reply, cause);
        }
        return reply.response(original);
    }

    /** A server may have more than JAX-RS at its root, such as /health: it looks there when this answer is empty. */
    private boolean isForOthers(Throwable failure) {
        return failure instanceof NotFoundException
                && uri != null
                && uri.getMatchedResources().isEmpty()
                && !firstSegments().contains(firstSegment(uri.getPath()));
    }

    /** What the paths of events begin with, usually {@code api}, and the management. */
    private Set<String> firstSegments() {
        var paths = catalogue.events().stream()
                .map(EventDefinition::trigger)
                .filter(Trigger.Http.class::isInstance)
                .map(trigger -> ((Trigger.Http) trigger).path());
        return Stream.concat(Stream.of("mgmt"), paths)
                .map(ErrorMapper::firstSegment)
                .collect(Collectors.toSet());
    }

    private static String firstSegment(String path) {
        return path.replaceFirst("^/", "").replaceFirst("/.*", "");
    }

    private void log(ErrorReply reply, Throwable failure) {
        var text = "%s answered %d, error id %s, request id %s"
                .formatted(
                        uri == null ? "a request" : uri.getPath(false), // decoded, it may have line breaks
                        reply.status(),
                        reply.id(),
                        headers == null ? "" : headers.getHeaderString(TrackHeaders.header("track.request_id")));
        if (reply.status() == 503) {
            LOG.log(Level.WARNING, text + ": " + failure.getMessage());
        } else {
            LOG.log(Level.ERROR, text, failure);
        }
    }
}
