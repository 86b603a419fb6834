package io.hopeit.jaxrs;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The response of an event. */
final class EventReply {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int FIRST_ERROR = 400;

    private EventReply() {}

    /** The status that a result's type says, unless one has been set. */
    static void setStatus(HttpResponse response, @Nullable Object result) {
        var declared = result == null ? null : result.getClass().getAnnotation(ResponseStatus.class);
        if (declared != null && response.status().isEmpty()) {
            response.setStatus(declared.value());
        }
    }

    /**
     * hopeit's bodies: {@code null}, atomic values in an object with the event's name, all else as it is; but text and
     * bytes where the type is not JSON, and no content for {@code null}.
     */
    static Response of(EventCall call, @Nullable Object result) {
        var response = call.response();
        setStatus(response, result);
        boolean isError = response.status().orElse(OK) >= FIRST_ERROR;
        var type = isError ? MediaType.APPLICATION_JSON_TYPE : call.plan().produces();
        if (!response.isResult()) {
            return response.toResponse(null, type, call.request());
        }
        var entity = entity(response.contentType(type), call.plan(), result);
        if (entity == null && response.status().isEmpty()) {
            response.setStatus(NO_CONTENT);
        }
        return response.toResponse(entity, type, call.request());
    }

    private static @Nullable Object entity(MediaType type, RequestPlan plan, @Nullable Object result) {
        if (type.equals(plan.produces()) ? plan.isJson() : isJson(type)) {
            return json(plan, result);
        }
        return result == null || result instanceof byte[] ? result : String.valueOf(result);
    }

    private static JsonBody json(RequestPlan plan, @Nullable Object result) {
        if (result == null) {
            return new JsonBody(null, void.class);
        }
        return Atomic.isAtomic(result.getClass())
                ? new JsonBody(Map.of(plan.event().name(), result))
                : new JsonBody(result, plan.results().of(result));
    }

    static boolean isJson(MediaType type) {
        return type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                || type.getSubtype().endsWith("+json");
    }
}
