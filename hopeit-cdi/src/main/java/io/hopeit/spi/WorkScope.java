package io.hopeit.spi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request scope of work that no server has opened one for, as the container sees it: active on the thread that has
 * opened it, until it closes it. The container's own one stays closed meanwhile.
 */
final class WorkScope implements AlterableContext {
    static final WorkScope CONTEXT = new WorkScope();

    private static final ThreadLocal<@Nullable Work> CURRENT = new ThreadLocal<>();

    private WorkScope() {}

    /** Opens another one; {@code outer} of it is what the thread was in. */
    static Work open(Optional<TraceParent> arrived) {
        var work = new Work(CURRENT.get(), arrived);
        CURRENT.set(work);
        return work;
    }

    /** Ends its beans, while it is open still, and then closes it. */
    static void close(Work work) {
        try {
            work.end();
        } finally {
            CURRENT.set(work.outer());
        }
    }

    /** What the calling thread is in, if it is in one. */
    static @Nullable Work current() {
        return CURRENT.get();
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return RequestScoped.class;
    }

    @Override
    public boolean isActive() {
        return CURRENT.get() != null;
    }

    private static Work active() {
        var work = CURRENT.get();
        if (work == null) {
            throw new ContextNotActiveException("no request scope is active");
        }
        return work;
    }

    @Override
    public <T> T get(Contextual<T> bean, CreationalContext<T> creation) {
        return active().get(bean, creation);
    }

    @Override
    public <T> @Nullable T get(Contextual<T> bean) {
        return active().find(bean);
    }

    @Override
    public void destroy(Contextual<?> bean) {
        active().destroy(bean);
    }
}
