package io.hopeit.jaxrs;

import io.hopeit.EventTimeoutException;
import io.hopeit.StreamUnavailableException;
import io.hopeit.spi.FactsUnavailableException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of an error: the members of RFC 9457, hopeit's {@code msg}, and what is wrong with which field. Never a
 * class name or a stack trace.
 *
 * @param status the HTTP status
 * @param msg the same as the detail, or hopeit's word for it
 * @param detail what went wrong, fit for the client
 * @param errors what is wrong with which field
 * @param id what to look for in the log, or empty
 * @param more further members, by their names
 */
record ErrorReply(int status, String msg, String detail, List<FieldError> errors, String id, Map<String, String> more) {
    private static final String RETRY_AFTER_SECONDS = "1";

    static ErrorReply of(Throwable failure) {
        return switch (failure) {
            case RequestException e -> of(e.getResponse().getStatus(), message(e), e.errors(), "");
            case AccessException e ->
                new ErrorReply(e.getResponse().getStatus(), e.msg(), message(e), List.of(), "", Map.of());
            case WebApplicationException e
            when e.getResponse().getStatus() >= 500 ->
                withId(e.getResponse().getStatus(), "the request failed on the server");
            case WebApplicationException e -> of(e.getResponse().getStatus(), message(e), List.of(), "");
            case ConstraintViolationException e when isOfRequest(e) -> invalid(e);
            case StreamUnavailableException e -> unavailable(e);
            case FactsUnavailableException e -> withId(503, "not available, try again");
            case BulkheadException e -> withId(503, "too many requests at once, try again");
            case CircuitBreakerOpenException e -> withId(503, "not available, try again");
            case EventTimeoutException e -> withId(504, message(e));
            case TimeoutException e -> withId(504, "a step took too long");
            default -> withId(500, "the request failed because of an error on the server");
        };
    }

    private static ErrorReply of(int status, String detail, List<FieldError> errors, String id) {
        return new ErrorReply(status, detail, detail, errors, id, Map.of());
    }

    private static ErrorReply withId(int status, String detail) {
        return of(status, detail, List.of(), UUID.randomUUID().toString());
    }

    /** A client that tries again with the same id does no harm, where streams are idempotent. */
    private static ErrorReply unavailable(StreamUnavailableException e) {
        return switch (e.outcome()) {
            case FAILED -> withId(503, "a stream is not available, try again");
            case UNKNOWN -> {
                var detail = "a stream has not answered in time, so something may have been published; try again with "
                        + "the same id";
                var more = new LinkedHashMap<>(Map.of("outcome", "unknown"));
                e.eventId().ifPresent(id -> more.put("event_id", id));
                yield new ErrorReply(
                        503, detail, detail, List.of(), UUID.randomUUID().toString(), more);
            }
        };
    }

    /** Without what a server says by itself: the status says it, too, and the rest is for developers. */
    private static String message(Throwable e) {
        return e.getMessage() == null
                ? ""
                : e.getMessage().replaceFirst("^HTTP \\d{3} ", "").replaceFirst("(?s)^RESTEASY\\d+: .*", "");
    }

    /** A step may have constraints, too; when they fail it is not the client's mistake. */
    private static boolean isOfRequest(ConstraintViolationException e) {
        return e.getConstraintViolations() != null
                && !e.getConstraintViolations().isEmpty()
                && e.getConstraintViolations().stream()
                        .allMatch(v -> EventResource.class.isAssignableFrom(v.getRootBeanClass()));
    }

    private static ErrorReply invalid(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        var first = errors.getFirst();
        var subject = first.field().isEmpty() ? "the body" : first.field();
        return of(400, subject + " " + first.message(), errors, "");
    }

    /** The path below the payload, {@code lines[0].quantity}, or from the name of a parameter on. */
    private static String field(ConstraintViolation<?> violation) {
        var field = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.isInIterable()) {
                field.append('[')
                        .append(node.getKey() == null ? node.getIndex() : node.getKey())
                        .append(']');
            }
            if (isNamed(node)) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return isAtomicPayload(violation) ? Atomic.VALUE : field.toString();
    }

    private static boolean isNamed(Path.Node node) {
        return switch (node.getKind()) {
            case PROPERTY -> true;
            case PARAMETER -> !node.getName().equals(ResourceGenerator.PAYLOAD);
            default -> false;
        };
    }

    /** The only thing that can be wrong with it is itself. */
    private static boolean isAtomicPayload(ConstraintViolation<?> violation) {
        Path.@Nullable Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return last != null
                && last.getKind() == ElementKind.PARAMETER
                && last.getName().equals(ResourceGenerator.PAYLOAD)
                && violation.getInvalidValue() != null
                && Atomic.isAtomic(violation.getInvalidValue().getClass());
    }

    /** The response; headers of {@code original}, such as {@code Allow}, are kept. */
    Response response(Response original) {
        var builder = Response.fromResponse(original)
                .status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("X-Content-Type-Options", "nosniff")
                .entity(new JsonBody(body()));
        boolean saysWhen = original.getHeaderString(HttpHeaders.RETRY_AFTER) != null;
        return (status == 503 && !saysWhen ? builder.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : builder)
                .build();
    }

    private Map<String, Object> body() {
        var title = Response.Status.fromStatusCode(status) == null
                ? "Error"
                : Response.Status.fromStatusCode(status).getReasonPhrase();
        var text = detail.isEmpty() ? title : detail;
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", text);
        body.put("msg", msg.isEmpty() ? text : msg);
        if (!id.isEmpty()) {
            body.put("instance", "urn:uuid:" + id);
            body.put("id", id);
        }
        body.putAll(more);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return body;
    }
}
