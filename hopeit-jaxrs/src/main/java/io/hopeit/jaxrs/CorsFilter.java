package io.hopeit.jaxrs;

import io.hopeit.App;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/**
 * Lets pages of the origins that {@code hopeit.app.cors-origins} lists call an application's events from a browser, with
 * credentials; {@code *} is any page without them. A page of another origin gets no such header, and its browser does the
 * rest. An origin is never taken over unseen, and {@code null} is none.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION) // of a request: first, of a response: last, when all headers are there
@ApplicationScoped
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ANY = "*";
    private static final String ORIGIN = "Origin";
    private static final String ALLOW = "Access-Control-Allow-";
    private static final String REQUESTED_METHOD = "Access-Control-Request-Method";
    private static final String REQUESTED_HEADERS = "Access-Control-Request-Headers";
    private static final String SECONDS = "600";

    @Inject
    Routes routes;

    @Inject
    EventCatalogue catalogue;

    /** Answers the question of a browser whether a page may send what it wants to. */
    @Override
    public void filter(ContainerRequestContext request) {
        boolean isQuestion = request.getMethod().equals("OPTIONS")
                && request.getHeaders().containsKey(ORIGIN)
                && request.getHeaders().containsKey(REQUESTED_METHOD);
        var events = isQuestion ? events(request) : List.<EventDefinition>of();
        if (!events.isEmpty()) {
            var answer = Response.noContent().header(HttpHeaders.ALLOW, Routes.methods(events));
            if (allowed(request, events).isPresent()) {
                answer.header(ALLOW + "Methods", Routes.methods(events)).header("Access-Control-Max-Age", SECONDS);
                Optional.ofNullable(request.getHeaderString(REQUESTED_HEADERS))
                        .ifPresent(headers -> answer.header(ALLOW + "Headers", headers));
            }
            request.abortWith(answer.build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var events = events(request);
        if (events.isEmpty() || origins(events).isEmpty()) {
            return;
        }
        var headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, ORIGIN);
        allowed(request, events).ifPresent(origin -> allow(origin, headers));
    }

    private static void allow(String origin, MultivaluedMap<String, Object> headers) {
        headers.putSingle(ALLOW + "Origin", origin);
        if (!origin.equals(ANY)) {
            headers.putSingle(ALLOW + "Credentials", "true");
        }
        var exposed = headers.keySet().stream()
                .filter(name -> name.startsWith("X-"))
                .sorted()
                .toList();
        if (!exposed.isEmpty()) {
            headers.putSingle("Access-Control-Expose-Headers", String.join(", ", exposed));
        }
    }

    private List<EventDefinition> events(ContainerRequestContext request) {
        return routes.at(request.getUriInfo());
    }

    private List<String> origins(List<EventDefinition> events) {
        App app = events.getFirst().app();
        return catalogue.apps().stream()
                .filter(definition -> definition.app().equals(app))
                .map(AppDefinition::settings)
                .findFirst()
                .orElseGet(() -> catalogue.apps().getFirst().settings())
                .corsOrigins();
    }

    /** What the response allows: the page's origin, or any. */
    private Optional<String> allowed(ContainerRequestContext request, List<EventDefinition> events) {
        var origin = request.getHeaderString(ORIGIN);
        var origins = origins(events);
        if (origin == null) {
            return Optional.empty();
        }
        return Optional.of(origin).filter(origins::contains).or(() -> Optional.of(ANY)
                .filter(origins::contains));
    }
}
