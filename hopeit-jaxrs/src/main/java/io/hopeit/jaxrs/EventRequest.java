package io.hopeit.jaxrs;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.spi.AppTime;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to an event, from its filter to its response. The filter leaves it to the resource on their thread: what
 * servers can inject into a resource takes longer to find than all that is known here.
 */
final class EventRequest {
    private static final String PROPERTY = EventRequest.class.getName();
    private static final ThreadLocal<@Nullable EventRequest> CURRENT = new ThreadLocal<>();

    private final RequestPlan plan;
    private final ContainerRequestContext request;
    private final AppTime time;
    private final long started;
    private EventContext context;

    private EventRequest(RequestPlan plan, ContainerRequestContext request, AppTime time, EventContext context) {
        this.plan = plan;
        this.request = request;
        this.time = time;
        this.started = time.nanos();
        this.context = context;
    }

    /** The calling thread has it from here on; its track headers are completed. */
    static EventRequest begin(RequestPlan plan, ContainerRequestContext request, AppTime time) {
        var now = time.nowInMicros();
        var ids = plan.tracks().complete(request.getHeaders(), now);
        var identity = Identities.of(request.getSecurityContext());
        var begun = new EventRequest(plan, request, time, context(plan, ids, identity, now));
        request.setProperty(PROPERTY, begun);
        CURRENT.set(begun);
        return begun;
    }

    private static EventContext context(RequestPlan plan, TrackIds ids, Identity identity, Instant now) {
        var event = plan.event();
        return new EventContext(event.app(), event.id().plugin(), event.name(), ids, StreamEvent.AUTO, identity, now);
    }

    /** What this request has begun as; null if it has not come as far as the filter of an event. */
    static @Nullable EventRequest of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof EventRequest begun ? begun : null;
    }

    /** The one that the calling thread works on. */
    static EventRequest current() {
        var current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("a resource of an event answers requests that its filter has seen");
        }
        return current;
    }

    /** The calling thread goes on to other things. */
    static void leave() {
        CURRENT.remove();
    }

    /** Access has found out who sends it. */
    void identified(Identity identity) {
        if (!identity.equals(context.identity())) {
            context = context(plan, context.trackIds(), identity, context.startedAt());
        }
    }

    RequestPlan plan() {
        return plan;
    }

    ContainerRequestContext request() {
        return request;
    }

    EventContext context() {
        return context;
    }

    Duration elapsed() {
        return Duration.ofNanos(time.nanos() - started);
    }
}
