package io.hopeit.cdi;

import io.hopeit.spi.EventListener.Watch;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A method of an event with what it needs to be called. */
record BoundCall(Step.Call step, Payload payload, MethodHandle handle, List<Binder> binders) implements BoundStep {
    /** Makes the argument for one parameter. */
    @FunctionalInterface
    interface Binder {
        @Nullable
        Object argument(Input input, StepPlan.Call call);
    }

    /** What it works on: its payload and, in a collector, what others have returned. */
    record Input(@Nullable Object payload, Map<String, @Nullable Object> results) {}

    static BoundCall bind(Step.Call step, Object reference, BeanManager beans, CreationalContext<?> owner) {
        return new BoundCall(
                step,
                Payload.of(step),
                StepHandles.handle(step.method(), reference),
                step.parameters().stream()
                        .map(parameter -> binder(parameter, beans, owner))
                        .toList());
    }

    private static Binder binder(StepParameter parameter, BeanManager beans, CreationalContext<?> owner) {
        return switch (parameter) {
            case StepParameter.Payload p -> (input, call) -> input.payload();
            case StepParameter.Context c -> (input, call) -> call.context();
            case StepParameter.Request r -> (input, call) -> call.arguments().get(r.parameter());
            case StepParameter.Result r -> result(r);
            case StepParameter.Injected i -> injected(beans.createInjectionPoint(i.annotated()), beans, owner);
        };
    }

    private static Binder injected(InjectionPoint point, BeanManager beans, CreationalContext<?> owner) {
        if (Dependents.isOne(point, beans)) {
            return (input, call) -> call.dependents().of(point);
        }
        var bean = beans.getInjectableReference(point, owner);
        return (input, call) -> bean;
    }

    private static Binder result(StepParameter.Result result) {
        boolean isOptional = result.parameter().getType() == Optional.class;
        return (input, call) -> {
            var value = input.results().get(result.method());
            return isOptional ? Optional.ofNullable(value) : value;
        };
    }

    @Override
    public @Nullable Object invoke(@Nullable Object payload, StepPlan.Call call) throws Exception {
        return invoke(new Input(payload, Map.of()), call);
    }

    @Nullable
    Object invoke(Input input, StepPlan.Call call) throws Exception {
        @Nullable Object[] arguments = new @Nullable Object[binders.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = binders.get(i).argument(input, call);
        }
        Watch watch = call.watch().step(step);
        try {
            return StepHandles.invoke(handle, arguments);
        } catch (Throwable e) {
            watch.failed(e);
            throw e;
        } finally {
            watch.close();
        }
    }
}
