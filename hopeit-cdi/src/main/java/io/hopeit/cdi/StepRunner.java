package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.EventTimeoutException;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.EventRunner;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs the steps of events in hopeit's way, within the event's timeout. */
@ApplicationScoped
class StepRunner implements EventRunner {
    private final Map<String, StepPlan> plans = new ConcurrentHashMap<>();

    @Inject
    BeanManager beans;

    @Inject
    Deadlines deadlines;

    @Inject
    Instance<EventOutput> outputs;

    private @Nullable CreationalContext<?> dependents;

    @Override
    public @Nullable Object run(
            EventDefinition event, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception {
        return CurrentEvent.during(context, () -> runNow(event, payload, arguments, context));
    }

    private @Nullable Object runNow(
            EventDefinition event, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception {
        var results = new Results(event, context, outputs);
        var deadline = deadlines.start(event);
        try {
            advance(event, payload, new StepPlan.Call(arguments, context, results, deadline));
            results.flush();
        } catch (InterruptedException e) {
            throw interrupted(e, deadline);
        } catch (EventTimeoutException e) {
            throw e;
        } catch (Exception e) {
            throw deadline.hasPassed() ? deadline.timeout(e) : e;
        } finally {
            deadline.end();
        }
        return results.last();
    }

    private static Exception interrupted(InterruptedException e, Deadlines.Deadline deadline) {
        if (deadline.hasPassed()) {
            return deadline.timeout(e);
        }
        Thread.currentThread().interrupt();
        return e;
    }

    /** A bean without a scope of its own lives for one run; all others are looked up once. */
    private void advance(EventDefinition event, @Nullable Object payload, StepPlan.Call call) throws Exception {
        if (plans.containsKey(event.name()) || !EventBeans.isDependent(event.beanClass(), beans)) {
            plans.computeIfAbsent(event.name(), name -> StepPlan.of(event, beans, dependents()))
                    .advance(payload, call);
            return;
        }
        CreationalContext<?> run = beans.createCreationalContext(null);
        try {
            StepPlan.of(event, beans, run).advance(payload, call);
        } finally {
            run.release();
        }
    }

    /** What was created for steps alone lives as long as the runner. */
    private synchronized CreationalContext<?> dependents() {
        if (dependents == null) {
            dependents = beans.createCreationalContext(null);
        }
        return dependents;
    }

    @PreDestroy
    synchronized void release() {
        if (dependents != null) {
            dependents.release();
        }
    }
}
