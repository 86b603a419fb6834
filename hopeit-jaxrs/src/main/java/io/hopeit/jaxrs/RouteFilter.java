package io.hopeit.jaxrs;

import io.hopeit.spi.EventCatalogue;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Headers of all responses at the paths of events: also where the method or the type is none of theirs, which {@link
 * EventFilter} does not see.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1) // of a response: after EventFilter, before CorsFilter
@ApplicationScoped
public class RouteFilter implements ContainerResponseFilter {
    private static final int METHOD_NOT_ALLOWED = 405;

    @Inject
    Routes routes;

    @Inject
    EventCatalogue catalogue;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var events = routes.at(request.getUriInfo());
        if (events.isEmpty()) {
            return;
        }
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        if (response.getStatus() == METHOD_NOT_ALLOWED) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, Routes.methods(events));
        }
        if (!response.getHeaders().containsKey(TrackHeaders.APP)) {
            TrackHeaders.complete(request.getHeaders(), catalogue);
            TrackHeaders.echo(
                    request.getHeaders(),
                    response.getHeaders(),
                    catalogue,
                    events.getFirst().id());
        }
    }
}
