package io.hopeit.jaxrs;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.EventListeners;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Map;
import java.util.Optional;

/**
 * Track ids and traces in and out, access, and each request to one event told to listeners, from its beginning to its
 * end: also if it is refused.
 */
final class EventFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private final RequestPlan plan;
    private final EventListeners listeners;
    private final RequestAccess access;
    private final TraceHeaders traces;
    private final AppTime time;

    EventFilter(RequestPlan plan, EventListeners listeners, RequestAccess access, TraceHeaders traces, AppTime time) {
        this.plan = plan;
        this.listeners = listeners;
        this.access = access;
        this.traces = traces;
        this.time = time;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var begun = EventRequest.begin(plan, request, time);
        var event = plan.event();
        traces.read(request.getHeaders());
        listeners.started(event, begun.context());
        begun.identified(
                access.check(event.app(), event.access(), begun.context().identity(), request));
        if (plan.hasBody()) {
            request.setEntityStream(new ArrivingBody(request.getEntityStream()));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        EventRequest.leave();
        var begun = EventRequest.of(request);
        if (begun == null) {
            refused(request, response);
            return;
        }
        plan.tracks().echo(begun.context().trackIds(), response.getHeaders());
        traces.write(response.getHeaders());
        listeners.ended(run(begun, response.getStatus()));
    }

    /** A filter before this one has answered. */
    private void refused(ContainerRequestContext request, ContainerResponseContext response) {
        plan.tracks().echo(plan.tracks().complete(request.getHeaders(), time.now()), response.getHeaders());
        traces.read(request.getHeaders());
        traces.write(response.getHeaders());
    }

    private Run run(EventRequest begun, int status) {
        return new Run(
                plan.event(),
                begun.context(),
                outcome(status),
                begun.elapsed(),
                () -> Map.of("response.status", status),
                Optional.empty());
    }

    private static Outcome outcome(int status) {
        if (status >= 500) {
            return Outcome.FAILED;
        }
        return status == 400 || status == 401 || status == 403 || status == 413 ? Outcome.IGNORED : Outcome.DONE;
    }
}
