package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Watch;
import io.hopeit.spi.EventRunner.Arguments;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.Step;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one event, bound to its bean: hopeit's way through them.
 *
 * @param steps in order
 * @param calls all methods of the event
 */
record StepPlan(List<BoundStep> steps, Map<Method, BoundCall> calls) {
    /** What is the same for all steps of one run. */
    record Call(
            EventDefinition event,
            Arguments arguments,
            EventContext context,
            Results results,
            Deadlines.Deadline deadline,
            Watch watch,
            Dependents dependents) {}

    /** What steps are bound with. */
    record Binding(BeanManager beans, ManagedThreads threads, RequestScopes scopes) {}

    static StepPlan of(EventDefinition event, Binding binding, CreationalContext<?> owner) {
        var instance = EventBeans.instance(event.beanClass(), binding.beans(), owner);
        var calls = new HashMap<Method, BoundCall>();
        event.flow()
                .calls()
                .forEach(call -> calls.put(call.method(), BoundCall.bind(call, instance, binding.beans(), owner)));
        return new StepPlan(
                event.steps().stream().map(step -> bind(step, calls, binding)).toList(), calls);
    }

    private static BoundStep bind(Step step, Map<Method, BoundCall> calls, Binding binding) {
        return switch (step) {
            case Step.Call call -> bound(call, calls);
            case Step.Gather gather ->
                new BoundGather(
                        gather,
                        BoundStep.Payload.of(gather),
                        gather.calls().stream().map(call -> bound(call, calls)).toList(),
                        binding.threads(),
                        binding.scopes());
        };
    }

    private static BoundCall bound(Step.Call call, Map<Method, BoundCall> calls) {
        return Objects.requireNonNull(calls.get(call.method()));
    }

    /** The method that goes around the steps. */
    BoundCall hook(Step.Call call) {
        return bound(call, calls);
    }

    /** Takes a payload from outside through the steps; when none accepts it, nothing runs. */
    void advance(@Nullable Object payload, Call call) throws Exception {
        if (steps.isEmpty()) {
            ends(payload, call);
        } else {
            int first = next(payload, 0);
            if (first >= 0) {
                advance(payload, first, call);
            }
        }
    }

    private void advance(@Nullable Object payload, int from, Call call) throws Exception {
        var value = payload;
        for (int i = next(value, from); i >= 0; i = next(value, i + 1)) {
            var result = steps.get(i).invoke(value, call);
            if (result instanceof Stream<?> spawned) {
                spawn(spawned, i + 1, call);
                return;
            }
            afterStep(call);
            value = result instanceof Optional<?> optional ? optional.orElse(null) : result;
        }
        ends(value, call);
    }

    private static void ends(@Nullable Object value, Call call) throws InterruptedException {
        call.watch().result(value);
        call.results().add(value);
    }

    private static void afterStep(Call call) throws InterruptedException {
        call.results().pause(call.event().settings().stepDelay());
        call.deadline().check();
    }

    private void spawn(Stream<?> spawned, int from, Call call) throws Exception {
        try (spawned) {
            afterStep(call);
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
            if (steps.get(i).payload().accepts(value)) {
                return i;
            }
        }
        return -1;
    }
}
