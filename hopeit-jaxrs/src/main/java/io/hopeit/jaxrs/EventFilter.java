package io.hopeit.jaxrs;

import io.hopeit.EventContext;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.EventListeners;
import io.hopeit.spi.RequestTrace;
import io.hopeit.spi.Trigger;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Track ids and traces in and out, access, and each request told to listeners, from its beginning to its end: also if it
 * is refused.
 */
@Provider
@EventRoute
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class EventFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String STARTED = EventFilter.class.getName() + ".started";

    @Inject
    EventCatalogue catalogue;

    @Inject
    AppTime time;

    @Inject
    EventListeners listeners;

    @Inject
    RequestAccess access;

    @Inject
    RequestTrace trace;

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
        TrackHeaders.complete(request.getHeaders(), catalogue);
        TraceHeaders.read(request.getHeaders(), trace);
        event().ifPresent(event -> {
            listeners.started(event, context(event, request));
            access.check(event.app(), event.access(), request);
            if (event.trigger() instanceof Trigger.Http http && http.method().hasBody()) {
                request.setEntityStream(new ArrivingBody(request.getEntityStream()));
            }
        });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        TrackHeaders.complete(request.getHeaders(), catalogue);
        TraceHeaders.read(request.getHeaders(), trace);
        event().ifPresent(
                        event -> TrackHeaders.echo(request.getHeaders(), response.getHeaders(), catalogue, event.id()));
        TraceHeaders.write(response.getHeaders(), trace);
        if (request.getProperty(STARTED) instanceof Long started) {
            var elapsed = Duration.ofNanos(System.nanoTime() - started);
            event().ifPresent(event -> listeners.ended(new Run(
                    event,
                    context(event, request),
                    outcome(response.getStatus()),
                    elapsed,
                    () -> Map.of("response.status", response.getStatus()),
                    Optional.empty())));
        }
    }

    private EventContext context(EventDefinition event, ContainerRequestContext request) {
        var identity = Identities.of(request.getSecurityContext());
        return new RequestContexts(catalogue, time).of(event, request.getHeaders(), identity);
    }

    private Optional<EventDefinition> event() {
        return resource == null ? Optional.empty() : Optional.of(catalogue.event(key(resource.getResourceClass())));
    }

    /** The class may be a proxy of the generated one. */
    private static String key(Class<?> type) {
        var route = type.getAnnotation(EventRoute.class);
        return route != null ? route.value() : key(type.getSuperclass());
    }

    private static Outcome outcome(int status) {
        if (status >= 500) {
            return Outcome.FAILED;
        }
        return status == 400 || status == 401 || status == 403 || status == 413 ? Outcome.IGNORED : Outcome.DONE;
    }
}
