package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.EventTimeoutException;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Watch;
import io.hopeit.spi.EventListeners;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Part;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.Step;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the steps of events in hopeit's way, within the event's timeout. */
@Part
class StepRunner implements EventRunner {
    private final Map<EventDefinition, StepPlan> plans = new ConcurrentHashMap<>();

    @Inject
    BeanManager beans;

    @Inject
    Deadlines deadlines;

    @Inject
    AppTime time;

    @Inject
    Instance<EventOutput> outputs;

    @Inject
    ManagedThreads threads;

    @Inject
    RequestScopes scopes;

    @Inject
    EventListeners listeners;

    private volatile @Nullable EventOutput output;
    private @Nullable CreationalContext<?> owner;

    /** What is done with the steps of an event. */
    @FunctionalInterface
    private interface Use<T extends @Nullable Object> {
        T with(StepPlan plan) throws Exception;
    }

    @Override
    public @Nullable Object run(
            EventDefinition event, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception {
        return CurrentEvent.during(context, () -> runNow(event, payload, arguments, context));
    }

    @Override
    public @Nullable Object call(
            EventDefinition event, Step.Call hook, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception {
        var results = new Results(event, context, this::output, time);
        var dependents = new Dependents(beans);
        var call =
                new StepPlan.Call(event, arguments, context, results, Deadlines.Deadline.NONE, Watch.NONE, dependents);
        boolean isLazy = false;
        try {
            var result = CurrentEvent.during(
                    context, () -> with(event, plan -> plan.hook(hook).invoke(payload, call)));
            if (result instanceof Stream<?> values) {
                isLazy = true;
                return values.onClose(dependents::release);
            }
            return result;
        } finally {
            if (!isLazy) {
                dependents.release();
            }
        }
    }

    private @Nullable Object runNow(
            EventDefinition event, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception {
        var results = new Results(event, context, this::output, time);
        var deadline = deadlines.start(event);
        var watch = listeners.watch(event, context);
        var dependents = new Dependents(beans);
        try {
            var call = new StepPlan.Call(event, arguments, context, results, deadline, watch, dependents);
            with(event, plan -> {
                plan.advance(payload, call);
                return call;
            });
            results.flush();
            return results.last();
        } catch (Error e) {
            watch.failed(e);
            throw e;
        } catch (Throwable e) {
            var end = ended(e, deadline);
            watch.failed(end);
            throw end;
        } finally {
            deadline.end();
            watch.close();
            dependents.release();
        }
    }

    /** Looked up at the first result: there is none where nothing is published. */
    private EventOutput output() {
        var known = output;
        if (known == null) {
            known = outputs.get();
            output = known;
        }
        return known;
    }

    /** What a run ends with when this has been thrown. */
    private static Exception ended(Throwable failure, Deadlines.Deadline deadline) {
        return switch (failure) {
            case InterruptedException e -> interrupted(e, deadline);
            case EventTimeoutException e -> e;
            case Exception e -> deadline.hasPassed() ? deadline.timeout(e) : e;
            case Throwable e -> throw new IllegalStateException(e);
        };
    }

    private static Exception interrupted(InterruptedException e, Deadlines.Deadline deadline) {
        if (deadline.hasPassed()) {
            return deadline.timeout(e);
        }
        Thread.currentThread().interrupt();
        return e;
    }

    /** A bean without a scope of its own lives for one use; all others are looked up once. */
    private <T extends @Nullable Object> T with(EventDefinition event, Use<T> use) throws Exception {
        var known = plans.get(event);
        if (known != null) {
            return use.with(known);
        }
        var binding = new StepPlan.Binding(beans, threads, scopes);
        if (!EventBeans.isDependent(event.beanClass(), beans)) {
            return use.with(plans.computeIfAbsent(event, e -> StepPlan.of(e, binding, owner())));
        }
        CreationalContext<?> once = beans.createCreationalContext(null);
        try {
            return use.with(StepPlan.of(event, binding, once));
        } finally {
            once.release();
        }
    }

    /** Of what was created for steps, and lives as long as the runner. */
    private synchronized CreationalContext<?> owner() {
        if (owner == null) {
            owner = beans.createCreationalContext(null);
        }
        return owner;
    }

    @PreDestroy
    synchronized void release() {
        if (owner != null) {
            owner.release();
        }
    }
}
