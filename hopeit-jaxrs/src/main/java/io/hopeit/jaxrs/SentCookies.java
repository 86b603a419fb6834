package io.hopeit.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookies that a client has sent, in the grammar of RFC 6265, 4.2.1. They are read here, as servers take different
 * ones of two with one name.
 */
final class SentCookies {
    private SentCookies() {}

    /** The value of the first one with this name. */
    static Optional<String> find(ContainerRequestContext request, String name) {
        return values(request, name).findFirst();
    }

    /** The value of each one with this name, as they were sent; HTTP/2 may send each in a header of its own. */
    static Stream<String> values(ContainerRequestContext request, String name) {
        var headers = request.getHeaders().get(HttpHeaders.COOKIE);
        return (headers == null ? List.<String>of() : headers)
                .stream().flatMap(header -> Stream.of(header.split(";"))).flatMap(pair -> value(pair, name).stream());
    }

    private static Optional<String> value(String pair, String name) {
        int end = pair.indexOf('=');
        return end < 0 || !pair.substring(0, end).strip().equals(name)
                ? Optional.empty()
                : Optional.of(unquoted(pair.substring(end + 1).strip()));
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }
}
