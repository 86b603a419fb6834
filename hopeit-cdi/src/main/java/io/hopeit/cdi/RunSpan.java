package io.hopeit.cdi;

import io.hopeit.spi.EventListener.Watch;
import io.hopeit.spi.Step;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * The span of one run, or of a step in it: current on the thread that has begun it, until that closes it.
 *
 * @param span the span
 * @param context where it is current
 * @param scope the thread's time in it
 * @param steps makes the spans of steps
 */
record RunSpan(Span span, Context context, Scope scope, Steps steps) implements Watch {
    /** What spans of steps are made with. */
    record Steps(Tracer tracer, SpanPlan plan) {}

    @SuppressWarnings("MustBeClosedChecker") // close() does
    static RunSpan begin(Span span, Context parent, Steps steps) {
        var context = parent.with(span);
        return new RunSpan(span, context, context.makeCurrent(), steps);
    }

    /** Its parent is the run, whatever the calling thread is in: methods of a collector have threads of their own. */
    @Override
    public Watch step(Step.Call step) {
        var begun = steps.tracer()
                .spanBuilder(steps.plan().name(step))
                .setParent(context)
                .startSpan();
        return begin(begun, context, steps);
    }

    @Override
    public void failed(Throwable failure) {
        span.recordException(failure);
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }
}
