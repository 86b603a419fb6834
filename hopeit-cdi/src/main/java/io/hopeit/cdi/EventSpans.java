package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.RequestTrace;
import io.hopeit.spi.TraceParent;
import io.hopeit.spi.Trigger;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans in MicroProfile Telemetry: one for each run, named as the event, and one for each call of a step in it. The
 * extension makes it a bean only where there is OpenTelemetry's API, so it has no annotation that would.
 */
class EventSpans implements EventListener {
    private static final String SCOPE = "io.hopeit";
    private static final Map<String, AttributeKey<String>> OF_TRACK_IDS = Map.of(
            TrackIds.REQUEST_ID,
            AttributeKey.stringKey("hopeit.track.request_id"),
            TrackIds.OPERATION_ID,
            AttributeKey.stringKey("hopeit.track.operation_id"),
            "stream.name",
            AttributeKey.stringKey("messaging.destination.name"),
            "stream.msg_id",
            AttributeKey.stringKey("messaging.message.id"),
            "stream.consumer_group",
            AttributeKey.stringKey("messaging.consumer.group.name"));

    @Inject
    Instance<OpenTelemetry> telemetry;

    @Inject
    Instance<RequestTrace> traces;

    private final Map<EventDefinition, SpanPlan> plans = new ConcurrentHashMap<>();
    private @Nullable Tracer tracer;

    /**
     * The server's, or the global one: at the first run, because that cannot be set any more once somebody has asked for
     * it. None where telemetry is off, so that a run costs nothing.
     */
    @PostConstruct
    void findTracer() {
        var found = telemetry.isResolvable() ? telemetry.get() : GlobalOpenTelemetry.get();
        var ours = found.getTracer(SCOPE);
        tracer = ours.equals(OpenTelemetry.noop().getTracer(SCOPE)) ? null : ours;
    }

    @Override
    public Watch watch(EventDefinition event, EventContext context) {
        if (tracer == null) {
            return Watch.NONE;
        }
        var plan = plans.computeIfAbsent(event, SpanPlan::of);
        var trace = trace();
        var parent = parent(event, trace);
        var builder = tracer.spanBuilder(event.name())
                .setParent(parent)
                .setSpanKind(plan.kind())
                .setAllAttributes(plan.attributes());
        if (event.trigger() instanceof Trigger.Read) {
            builder.setNoParent();
            trace.flatMap(RequestTrace::arrived).ifPresent(sender -> builder.addLink(spanContext(sender)));
        }
        var span = builder.startSpan();
        if (!span.getSpanContext().isValid()) {
            return Watch.NONE;
        }
        trace.ifPresent(request -> request.runs(traceParent(span.getSpanContext())));
        describe(span, context.trackIds());
        return RunSpan.begin(span, parent, new RunSpan.Steps(tracer, plan));
    }

    @Override
    public void ended(Run run) {}

    /** There is none in a run that nobody has opened a request scope for. */
    private Optional<RequestTrace> trace() {
        try {
            var trace = traces.get();
            trace.arrived(); // what get() returns is a proxy, which does not know
            return Optional.of(trace);
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /**
     * The server's span or, where the server makes none, what has arrived with the request. A message has only a
     * link to its sender's: it may run much later, more than once, and for several groups.
     */
    private static Context parent(EventDefinition event, Optional<RequestTrace> trace) {
        var current = Context.current();
        boolean hasSpan = Span.fromContext(current).getSpanContext().isValid();
        return hasSpan || !(event.trigger() instanceof Trigger.Http)
                ? current
                : trace.flatMap(RequestTrace::arrived)
                        .map(parent -> current.with(Span.wrap(spanContext(parent))))
                        .orElse(current);
    }

    private static SpanContext spanContext(TraceParent parent) {
        return SpanContext.createFromRemoteParent(
                parent.traceId(), parent.spanId(), TraceFlags.fromHex(parent.flags(), 0), TraceState.getDefault());
    }

    private static TraceParent traceParent(SpanContext span) {
        return new TraceParent(
                span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
    }

    private static void describe(Span span, TrackIds ids) {
        if (span.isRecording()) {
            OF_TRACK_IDS.forEach((id, key) -> ids.get(id).ifPresent(value -> span.setAttribute(key, value)));
        }
    }
}
