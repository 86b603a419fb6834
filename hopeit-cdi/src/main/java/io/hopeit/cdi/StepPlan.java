package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventRunner.Arguments;
import io.hopeit.spi.Step;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.invoke.MethodHandle;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of one event, bound to its bean: hopeit's way through them. */
record StepPlan(List<BoundStep> steps) {

    /** What is the same for all steps of one run. */
    record Call(Arguments arguments, EventContext context, Results results, Deadlines.Deadline deadline) {}

    static StepPlan of(EventDefinition event, BeanManager beans, CreationalContext<?> dependents) {
        var reference = EventBeans.reference(event.beanClass(), beans, dependents);
        return new StepPlan(event.steps().stream()
                .map(step -> BoundStep.bind(step, reference, beans, dependents))
                .toList());
    }

    /** Takes a payload from outside through the steps; when none accepts it, nothing runs. */
    void advance(@Nullable Object payload, Call call) throws Exception {
        if (next(payload, 0) >= 0) {
            advance(payload, 0, call);
        }
    }

    private void advance(@Nullable Object payload, int from, Call call) throws Exception {
        var value = payload;
        for (int i = next(value, from); i >= 0; i = next(value, i + 1)) {
            var result = steps.get(i).invoke(value, call);
            call.deadline().check();
            if (result instanceof Stream<?> spawned) {
                spawn(spawned, i + 1, call);
                return;
            }
            value = result instanceof Optional<?> optional ? optional.orElse(null) : result;
        }
        call.results().add(value);
    }

    private void spawn(Stream<?> spawned, int from, Call call) throws Exception {
        try (spawned) {
            for (Iterator<?> values = spawned.iterator(); values.hasNext(); ) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                advance(values.next(), from, call);
            }
        }
    }

    /** The first step from here on that takes this value, or -1. */
    private int next(@Nullable Object value, int from) {
        for (int i = from; i < steps.size(); i++) {
            if (steps.get(i).step().accepts(value)) {
                return i;
            }
        }
        return -1;
    }

    /** A step with what it needs to be called. */
    record BoundStep(Step step, MethodHandle handle, List<Binder> binders) {

        /** Makes the argument for one parameter. */
        @FunctionalInterface
        interface Binder {
            @Nullable
            Object argument(@Nullable Object payload, Call call);
        }

        static BoundStep bind(Step step, Object reference, BeanManager beans, CreationalContext<?> dependents) {
            return new BoundStep(
                    step,
                    StepHandles.handle(step.method(), reference),
                    step.parameters().stream()
                            .map(parameter -> StepHandles.binder(parameter, beans, dependents))
                            .toList());
        }

        @Nullable
        Object invoke(@Nullable Object payload, Call call) throws Exception {
            @Nullable Object[] arguments = new @Nullable Object[binders.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = binders.get(i).argument(payload, call);
            }
            return StepHandles.invoke(handle, arguments);
        }
    }
}
