package io.hopeit.jaxrs;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the headers of a request into one form, on servers with servlets, before anybody looks at them.
 *
 * <p>Open Liberty tells the length of a request by HTTP/2 twice; there frames say where it ends, so that is no attack.
 * RESTEasy refuses a request that does not say of what type its body is, also where there is none, and it does so before
 * the sender is asked for a proof. Whoever reads the body says what is wrong with it.
 *
 * {@snippet :
 * config.register(ServletHeaders.class); // before FramingFilter looks at them
 * }
 *
 * @hidden applications have no use for it
 */
@PreMatching
@Priority(-1) // before FramingFilter
public class ServletHeaders implements ContainerRequestFilter {
    @Context
    @Nullable
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        var headers = request.getHeaders();
        var lengths = headers.getOrDefault(HttpHeaders.CONTENT_LENGTH, List.of());
        if (isRepeated(lengths) && servlet != null && servlet.getProtocol().startsWith("HTTP/2")) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, lengths.getFirst());
        }
        if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.WILDCARD);
        }
    }

    private static boolean isRepeated(List<String> lengths) {
        return lengths.size() > 1 && lengths.stream().distinct().count() == 1;
    }
}
