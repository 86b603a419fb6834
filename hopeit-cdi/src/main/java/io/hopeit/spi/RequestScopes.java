package io.hopeit.spi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Gives work that no server has opened a request scope for one of its own. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * RequestScopes scopes;
 *
 * Object run(Optional<TraceParent> arrived, Callable<Object> work) throws Exception {
 *     return scopes.inNew(arrived, work);
 * }
 * }
 *
 * @hidden applications have no use for it
 */
@Part
public class RequestScopes {
    @Inject
    BeanManager beans;

    @Inject
    Instance<RequestTrace> traces;

    private ScopeEvents events = new ScopeEvents(Optional.empty(), Optional.empty(), Optional.empty());

    @PostConstruct
    void findObservers() {
        events = ScopeEvents.of(beans);
    }

    /** For the extension: what the container has to know of them. */
    public static Context context() {
        return WorkScope.CONTEXT;
    }

    /** What messages and calls of the scope that the calling thread is in carry on, if it is in one and that has a trace. */
    public Optional<TraceParent> trace() {
        var work = WorkScope.current();
        if (work != null && !work.isTraced()) {
            return work.arrived();
        }
        try {
            return traces.get().onward();
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /**
     * Does the work inside of a new request scope. For threads of our own: two must not be active at once, and whether
     * there is one of a server would take long to find out.
     *
     * @param arrived what has come with the work
     */
    public <T extends @Nullable Object> T inNew(Optional<TraceParent> arrived, Callable<T> work) throws Exception {
        var scope = WorkScope.open(arrived);
        try {
            events.begin();
            return work.call();
        } finally {
            events.end();
            WorkScope.close(scope);
            events.ended();
        }
    }

    /** Does the work inside of a request scope, which may be the one that there is. */
    public <T extends @Nullable Object> T during(Callable<T> work) throws Exception {
        return isActive() ? work.call() : inNew(Optional.empty(), work);
    }

    private boolean isActive() {
        try {
            return beans.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
