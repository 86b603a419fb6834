package io.hopeit.cdi;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Step;
import io.hopeit.spi.Trigger;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is the same for all spans of one event.
 *
 * @param kind of each run
 * @param attributes of each run
 * @param steps the names of the spans of its steps
 */
record SpanPlan(SpanKind kind, Attributes attributes, Map<Method, String> steps) {
    static SpanPlan of(EventDefinition event) {
        var attributes =
                Attributes.builder().put("hopeit.app", event.app().key()).put("hopeit.event", event.name());
        event.id().plugin().ifPresent(plugin -> attributes.put("hopeit.plugin", plugin.key()));
        boolean isMessage = event.trigger() instanceof Trigger.Read;
        if (isMessage) {
            attributes.put("messaging.system", "redis_streams").put("messaging.operation.type", "process");
        }
        var steps = new HashMap<Method, String>();
        event.flow().calls().forEach(call -> steps.put(call.method(), event.name() + "." + call.key()));
        return new SpanPlan(isMessage ? SpanKind.CONSUMER : SpanKind.INTERNAL, attributes.build(), Map.copyOf(steps));
    }

    String name(Step.Call step) {
        return Objects.requireNonNull(steps.get(step.method()));
    }
}
