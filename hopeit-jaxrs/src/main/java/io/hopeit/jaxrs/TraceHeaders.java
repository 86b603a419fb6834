package io.hopeit.jaxrs;

import io.hopeit.spi.Part;
import io.hopeit.spi.RequestTrace;
import io.hopeit.spi.TraceParent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request as a header, {@code traceparent} of W3C Trace Context. A server's telemetry goes on with it by
 * itself.
 */
@Part
class TraceHeaders {
    @Inject
    BeanManager beans;

    @Inject
    RequestTrace trace;

    private @Nullable Contextual<RequestTrace> bean;

    @PostConstruct
    @SuppressWarnings("unchecked") // beans of a type are for objects of it
    void find() {
        bean = (Contextual<RequestTrace>) beans.<Object>resolve(beans.getBeans(RequestTrace.class));
    }

    /** Keeps what a client has sent; several, or one that is not as it should be, are none. */
    void read(MultivaluedMap<String, String> request) {
        var sent = request.getOrDefault(TraceParent.NAME, List.of());
        if (sent.size() == 1) {
            TraceParent.parse(sent.getFirst()).ifPresent(trace::arrived);
        }
    }

    /** Says the span of the run, or what the client has sent. It makes no trace where nobody has asked for one. */
    void write(MultivaluedMap<String, Object> response) {
        var known = beans.getContext(RequestScoped.class).get(bean);
        if (known != null) {
            known.onward().ifPresent(parent -> response.putSingle(TraceParent.NAME, parent.toString()));
        }
    }
}
