package io.hopeit.jaxrs;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What an event throws says what its own client did wrong; what clients of other servers throw is of the same type, but says
 * what the event did wrong, and may hold all of the other server's response.
 */
final class CalledServers {
    /** The clients of servers: Jersey, RESTEasy, CXF. */
    private static final Pattern CLIENTS = Pattern.compile(
            "org\\.(glassfish\\.jersey\\.(client|microprofile\\.restclient)|jboss\\.resteasy\\.(microprofile\\.)?client"
                    + "|apache\\.cxf)\\..*");

    private CalledServers() {}

    /**
     * What to throw instead: what a client has made is an error of this server. What the event has made from a response
     * that it got keeps its status, and nothing else of that response; one of its own type is for a mapper of its own.
     */
    static RuntimeException own(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (isMadeByClient(failure)) {
            return new IllegalStateException("a server that the event called has answered " + status, failure);
        }
        boolean isReceived =
                failure.getResponse().getClass() != Response.noContent().build().getClass();
        boolean isStandard = failure.getClass().getPackage().equals(WebApplicationException.class.getPackage());
        return isReceived && isStandard ? new WebApplicationException(failure.getMessage(), failure, status) : failure;
    }

    private static boolean isMadeByClient(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).limit(1).anyMatch(maker -> CLIENTS.matcher(maker.getClassName())
                .matches());
    }
}
