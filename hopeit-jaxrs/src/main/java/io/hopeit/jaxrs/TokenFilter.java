package io.hopeit.jaxrs;

import io.hopeit.jaxrs.RequestAccess.Credentials;
import jakarta.annotation.Priority;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Lets a server with servlets verify the token of a request. It does not do so by itself for resources that are open to
 * all, as those of events are for the server. What it would answer to a wrong token is dropped: the request is nobody's then.
 *
 * {@snippet :
 * config.register(TokenFilter.class); // where HttpServletRequest.authenticate verifies tokens
 * }
 *
 * @hidden applications have no use for it
 */
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
    @Context
    @Nullable
    HttpServletRequest servlet;

    @Context
    @Nullable
    HttpServletResponse response;

    @Override
    public void filter(ContainerRequestContext request) {
        var proof = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        // one that is malformed is kept from the server: Open Liberty would write all of it into its log
        boolean hasToken = proof != null
                && Credentials.parse(proof)
                        .flatMap(credentials -> credentials.header("Bearer"))
                        .isPresent();
        if (hasToken && servlet != null && response != null) {
            try {
                servlet.authenticate(new Unanswered(response));
            } catch (ServletException | IOException e) {
                System.getLogger("io.hopeit.http").log(Level.DEBUG, "a token is not verified", e);
            }
        }
    }

    /** A response that a refusal leaves no trace in. */
    private static final class Unanswered extends HttpServletResponseWrapper {
        Unanswered(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {}

        @Override
        public void sendError(int status) {}

        @Override
        public void sendError(int status, @Nullable String message) {}

        @Override
        public void setHeader(String name, @Nullable String value) {}

        @Override
        public void addHeader(String name, @Nullable String value) {}
    }
}
