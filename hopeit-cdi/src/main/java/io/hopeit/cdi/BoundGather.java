package io.hopeit.cdi;

import io.hopeit.Collected;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.Step;
import io.hopeit.spi.TraceParent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of a collector, which run at the same time. */
record BoundGather(
        Step.Gather step, Payload payload, List<BoundCall> calls, ManagedThreads threads, RequestScopes scopes)
        implements BoundStep {

    @Override
    public Collected invoke(@Nullable Object payload, StepPlan.Call call) throws Exception {
        var gathering = new Gathering(calls.size());
        var workers = new ArrayList<Thread>();
        var within = new Within(call, scopes.trace());
        try {
            for (BoundCall member : calls) {
                workers.add(threads.work(
                        "hopeit-gather-" + member.step().name(), () -> run(member, payload, within, gathering)));
            }
            return new Collected(payload, inOrder(gathering.await()));
        } finally {
            end(workers);
        }
    }

    /** No method outlives the step, so that nothing is taken away from under it. */
    private static void end(List<Thread> workers) {
        boolean interrupted = false;
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the methods are called in: the run, and its trace, which their own request scopes would not know. */
    private record Within(StepPlan.Call call, Optional<TraceParent> trace) {}

    private void run(BoundCall member, @Nullable Object payload, Within within, Gathering gathering) {
        try {
            var input =
                    new BoundCall.Input(payload, gathering.await(member.step().waitsFor()));
            var result = CurrentEvent.during(
                    within.call().context(),
                    () -> scopes.inNew(within.trace(), () -> member.invoke(input, within.call())));
            gathering.done(member.step().name(), result instanceof Optional<?> o ? o.orElse(null) : result);
        } catch (Throwable e) { // an Error too is told to the one who waits
            gathering.failed(e);
        }
    }

    private Map<String, @Nullable Object> inOrder(Map<String, @Nullable Object> results) {
        var ordered = new LinkedHashMap<String, @Nullable Object>();
        calls.forEach(member ->
                ordered.put(member.step().name(), results.get(member.step().name())));
        return ordered;
    }
}
