package io.hopeit.jaxrs;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.EventListener.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Track ids in and out, and the end of each request told to listeners: also of those that were refused. */
@Provider
@EventRoute
@ApplicationScoped
public class EventFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String STARTED = EventFilter.class.getName() + ".started";

    @Inject
    EventCatalogue catalogue;

    @Inject
    @Any
    Instance<EventListener> listeners;

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
        TrackHeaders.complete(request.getHeaders(), catalogue);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        TrackHeaders.complete(request.getHeaders(), catalogue);
        TrackHeaders.echo(request.getHeaders(), response.getHeaders(), catalogue);
        if (request.getProperty(STARTED) instanceof Long started && resource != null) {
            var event = catalogue.event(eventName(resource.getResourceClass()));
            var elapsed = Duration.ofNanos(System.nanoTime() - started);
            EventListener.tell(listeners, event, outcome(response.getStatus()), elapsed);
        }
    }

    /** The class may be a proxy of the generated one. */
    private static String eventName(Class<?> type) {
        var route = type.getAnnotation(EventRoute.class);
        return route != null ? route.value() : eventName(type.getSuperclass());
    }

    private static Outcome outcome(int status) {
        if (status >= 500) {
            return Outcome.FAILED;
        }
        return status == 400 || status == 401 || status == 403 || status == 413 ? Outcome.IGNORED : Outcome.DONE;
    }
}
