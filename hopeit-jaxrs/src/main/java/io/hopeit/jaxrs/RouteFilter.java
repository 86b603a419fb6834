package io.hopeit.jaxrs;

import io.hopeit.spi.AppTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
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
 *
 * {@snippet lang="text" :
 * GET /api/shop/1x0/orders/place HTTP/1.1
 *
 * HTTP/1.1 405 Method Not Allowed
 * Allow: POST, OPTIONS
 * X-Content-Type-Options: nosniff
 * }
 *
 * @hidden applications have no use for it
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1) // of a response: after EventFilter, before CorsFilter
@Dependent // the server makes one, and asks it at each request
public class RouteFilter implements ContainerResponseFilter {
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
    private static final String NOSNIFF = "nosniff";

    @Inject
    Routes routes;

    @Inject
    RequestPlans plans;

    @Inject
    AppTime time;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (EventRequest.of(request) != null && response.getStatus() != METHOD_NOT_ALLOWED) {
            response.getHeaders().putSingle(CONTENT_TYPE_OPTIONS, NOSNIFF);
            return; // the path is that of an event, and the rest is done
        }
        var events = routes.at(request.getUriInfo());
        if (events.isEmpty()) {
            return;
        }
        response.getHeaders().putSingle(CONTENT_TYPE_OPTIONS, NOSNIFF);
        if (response.getStatus() == METHOD_NOT_ALLOWED) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, Routes.methods(events));
        }
        if (!response.getHeaders().containsKey(TrackHeaders.APP)) {
            var tracks = plans.of(events.getFirst()).tracks();
            tracks.echo(tracks.complete(request.getHeaders(), time.now()), response.getHeaders());
        }
    }
}
