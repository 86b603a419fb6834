package io.hopeit.jaxrs;

import io.hopeit.spi.RequestTrace;
import io.hopeit.spi.TraceParent;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * The trace of a request as a header, {@code traceparent} of W3C Trace Context. A server's telemetry goes on with it by
 * itself.
 */
final class TraceHeaders {
    private TraceHeaders() {}

    /** Keeps what a client has sent; several, or one that is not as it should be, are none. */
    static void read(MultivaluedMap<String, String> request, RequestTrace trace) {
        var sent = request.getOrDefault(TraceParent.NAME, List.of());
        if (sent.size() == 1) {
            TraceParent.parse(sent.getFirst()).ifPresent(trace::arrived);
        }
    }

    /** Says the span of the run, or what the client has sent. */
    static void write(MultivaluedMap<String, Object> response, RequestTrace trace) {
        trace.onward().ifPresent(parent -> response.putSingle(TraceParent.NAME, parent.toString()));
    }
}
