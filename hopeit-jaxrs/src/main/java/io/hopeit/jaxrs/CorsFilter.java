package io.hopeit.jaxrs;

import io.hopeit.spi.EventDefinition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets pages of the origins that {@code hopeit.app.cors-origins} lists call an application's events from a browser, with
 * credentials; {@code *} is any page without them. A page of another origin gets no such header, and its browser does the
 * rest. An origin is never taken over unseen, and {@code null} is none.
 *
 * {@snippet lang="properties" :
 * hopeit.app.cors-origins=https://shop.example,https://admin.example
 * }
 *
 * @hidden applications have no use for it
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION) // of a request: first, of a response: last, when all headers are there
@Dependent // the server makes one, and asks it at each request
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ANY = "*";
    private static final String ORIGIN = "Origin";
    private static final String ALLOW = "Access-Control-Allow-";
    private static final String REQUESTED_METHOD = "Access-Control-Request-Method";
    private static final String REQUESTED_HEADERS = "Access-Control-Request-Headers";
    private static final String EXPOSE = "Access-Control-Expose-Headers";
    /** These are for browsers, not for pages. */
    private static final Pattern OF_BROWSERS =
            Pattern.compile("access-control-.*|set-cookie2?|vary|x-content-type-options", Pattern.CASE_INSENSITIVE);

    private static final String SECONDS = "600";

    @Inject
    Routes routes;

    @Inject
    RequestPlans plans;

    /** Tells what may be sent: to anybody the methods, and to a browser whether a page may, too. */
    @Override
    public void filter(ContainerRequestContext request) {
        var events = request.getMethod().equals("OPTIONS") ? events(request) : List.<EventDefinition>of();
        if (!events.isEmpty()) {
            var answer = Response.noContent().header(HttpHeaders.ALLOW, Routes.methods(events));
            boolean isOfPage = request.getHeaders().containsKey(REQUESTED_METHOD);
            if (isOfPage && allowed(request, origins(events)).isPresent()) {
                answer.header(ALLOW + "Methods", Routes.methods(events)).header("Access-Control-Max-Age", SECONDS);
                Optional.ofNullable(request.getHeaderString(REQUESTED_HEADERS))
                        .ifPresent(headers -> answer.header(ALLOW + "Headers", headers));
            }
            request.abortWith(answer.build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var origins = origins(request);
        if (origins.isEmpty()) {
            return;
        }
        var headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, ORIGIN);
        allowed(request, origins).ifPresent(origin -> allow(origin, headers));
    }

    private static void allow(String origin, MultivaluedMap<String, Object> headers) {
        headers.putSingle(ALLOW + "Origin", origin);
        if (!origin.equals(ANY)) {
            headers.putSingle(ALLOW + "Credentials", "true");
        }
        var exposed = headers.keySet().stream()
                .filter(name -> !OF_BROWSERS.matcher(name).matches())
                .sorted(String.CASE_INSENSITIVE_ORDER);
        var own = headers.getOrDefault(EXPOSE, List.of()).stream().map(String::valueOf);
        headers.putSingle(EXPOSE, Stream.concat(exposed, own).collect(Collectors.joining(", ")));
    }

    private List<EventDefinition> events(ContainerRequestContext request) {
        return routes.at(request.getUriInfo());
    }

    /** Whose pages may call what is at the path; nobody's where no event is. */
    private List<String> origins(ContainerRequestContext request) {
        var begun = EventRequest.of(request);
        return begun != null ? begun.plan().corsOrigins() : origins(events(request));
    }

    private List<String> origins(List<EventDefinition> events) {
        return events.isEmpty() ? List.of() : plans.of(events.getFirst()).corsOrigins();
    }

    /** What the response allows: the page's origin, or any. */
    private Optional<String> allowed(ContainerRequestContext request, List<String> origins) {
        var origin = request.getHeaderString(ORIGIN);
        if (origin == null) {
            return Optional.empty();
        }
        return Optional.of(origin).filter(origins::contains).or(() -> Optional.of(ANY)
                .filter(origins::contains));
    }
}
