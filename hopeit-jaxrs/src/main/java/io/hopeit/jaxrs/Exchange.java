package io.hopeit.jaxrs;

import io.hopeit.jaxrs.RequestParameter.Kind;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a server tells of each request: the last parameters of a generated method, all of them {@link Context}. */
record Exchange(HttpHeaders headers, Request request, UriInfo uri, SecurityContext security) {
    /** Their types, in order. */
    static final List<Class<?>> TYPES = List.of(HttpHeaders.class, Request.class, UriInfo.class, SecurityContext.class);

    /** The last ones of the arguments of a generated method. */
    static Exchange of(@Nullable Object[] arguments) {
        int first = arguments.length - TYPES.size();
        return new Exchange(
                (HttpHeaders) Objects.requireNonNull(arguments[first]),
                (Request) Objects.requireNonNull(arguments[first + 1]),
                (UriInfo) Objects.requireNonNull(arguments[first + 2]),
                (SecurityContext) Objects.requireNonNull(arguments[first + 3]));
    }

    /** A parameter that is no collection may be there once. */
    void checkQuery(List<RequestParameter> parameters) {
        var sent = uri.getQueryParameters();
        parameters.stream()
                .filter(parameter -> parameter.kind() == Kind.QUERY && !parameter.isCollection())
                .map(RequestParameter::name)
                .forEach(name -> RequestException.checkOnce(
                        name, sent.getOrDefault(name, List.of()).size()));
    }

    /** The request as applications see it. */
    HttpRequest request(RequestBody body) {
        return new HttpRequest(request.getMethod(), withSlash(uri.getPath()), headers, body);
    }

    private static String withSlash(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
