package io.hopeit.spi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Gives work that no server has opened a request scope for one of its own. Thread-safe. */
@ApplicationScoped
public class RequestScopes {
    @Inject
    Instance<RequestContextController> controllers;

    @Inject
    Instance<RequestTrace> traces;

    /** Looking one up takes longer than what it does; they end with this bean. */
    private final Queue<RequestContextController> idle = new ConcurrentLinkedQueue<>();

    /** What messages and calls of the scope that the calling thread is in carry on, if it is in one and that has a trace. */
    public Optional<TraceParent> trace() {
        try {
            return traces.get().onward();
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /** Does the work inside of a request scope, which this trace has arrived with. */
    public <T extends @Nullable Object> T during(Optional<TraceParent> arrived, Callable<T> work) throws Exception {
        return during(() -> {
            arrived.ifPresent(trace -> traces.get().arrived(trace));
            return work.call();
        });
    }

    /** Does the work inside of a request scope, which may be the one that there is. */
    public <T extends @Nullable Object> T during(Callable<T> work) throws Exception {
        var free = idle.poll();
        var controller = free == null ? controllers.get() : free;
        boolean activated = controller.activate();
        try {
            return work.call();
        } finally {
            if (activated) {
                controller.deactivate();
            }
            idle.add(controller);
        }
    }
}
