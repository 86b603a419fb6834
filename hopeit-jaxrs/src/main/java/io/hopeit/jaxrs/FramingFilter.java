package io.hopeit.jaxrs;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Refuses requests that do not say clearly where they end, whatever they ask for, and ends their connection: a proxy and
 * the server could take what follows for different requests.
 *
 * {@snippet lang="text" :
 * POST /api/shop/1x0/orders/place HTTP/1.1
 * Content-Length: 4
 * Transfer-Encoding: chunked
 *
 * HTTP/1.1 400 Bad Request
 * Connection: close
 * }
 *
 * @hidden applications have no use for it
 */
@Provider
@PreMatching
@Priority(0)
@Dependent // the server makes one, and asks it at each request
public class FramingFilter implements ContainerRequestFilter {
    private static final int MOST_DIGITS = 18;

    @Override
    public void filter(ContainerRequestContext request) {
        var lengths = request.getHeaders().getOrDefault(HttpHeaders.CONTENT_LENGTH, List.of());
        boolean isClear = lengths.isEmpty()
                || (lengths.size() == 1
                        && isLength(lengths.getFirst())
                        && !request.getHeaders().containsKey("Transfer-Encoding"));
        if (!isClear) {
            throw RequestException.unclearLength();
        }
    }

    private static boolean isLength(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST_DIGITS;
    }
}
