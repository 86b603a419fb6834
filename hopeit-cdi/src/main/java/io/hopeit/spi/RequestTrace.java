package io.hopeit.spi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trace of the request, or of the message, that the calling thread works on. A transport says which one has arrived
 * with it; where runs have spans, a run says its own. It is there as long as the request scope: after the run, too.
 *
 * {@snippet :
 * @Inject
 * RequestTrace trace;
 *
 * void arrived(String header) {
 *     TraceParent.parse(header).ifPresent(trace::arrived);
 * }
 * }
 *
 * @hidden applications have no use for it
 */
@RequestScoped
public class RequestTrace {
    private @Nullable TraceParent arrived;
    private @Nullable TraceParent run;

    /** Work that is no request may have brought one with it. */
    @PostConstruct
    void begin() {
        var work = WorkScope.current();
        if (work != null) {
            work.trace();
            arrived = work.arrived().orElse(null);
        }
    }

    /** For transports: this has come with the request or the message. */
    public void arrived(TraceParent parent) {
        arrived = parent;
    }

    /** What has come with it, if anything. */
    public Optional<TraceParent> arrived() {
        return Optional.ofNullable(arrived);
    }

    /** For the one who makes spans: a run begins, and this is its span. */
    public void runs(TraceParent span) {
        run = span;
    }

    /** What is to be sent on: the span of the run if it has one, else what has arrived. */
    public Optional<TraceParent> onward() {
        return Optional.ofNullable(run).or(this::arrived);
    }
}
