package io.hopeit.spi;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What belongs to one piece of work, on one thread: beans, once somebody has asked for them. */
final class Work {
    private final @Nullable Work outer;
    private final Optional<TraceParent> arrived;
    private Map<Contextual<?>, Held<?>> beans = Map.of();
    private boolean traced;

    Work(@Nullable Work outer, Optional<TraceParent> arrived) {
        this.outer = outer;
        this.arrived = arrived;
    }

    private record Held<T>(Contextual<T> bean, T instance, CreationalContext<T> creation) {
        void destroy() {
            bean.destroy(instance, creation);
        }
    }

    /** What the thread was in before. */
    @Nullable
    Work outer() {
        return outer;
    }

    /** What has come with it, if anything. */
    Optional<TraceParent> arrived() {
        return arrived;
    }

    /** Whether it has a {@link RequestTrace}, which may know more. */
    boolean isTraced() {
        return traced;
    }

    /** It has one, from now on. */
    void trace() {
        traced = true;
    }

    <T> T get(Contextual<T> bean, CreationalContext<T> creation) {
        var found = find(bean);
        if (found != null) {
            return found;
        }
        var made = bean.create(creation);
        if (beans.isEmpty()) {
            beans = new LinkedHashMap<>();
        }
        beans.put(bean, new Held<>(bean, made, creation));
        return made;
    }

    @SuppressWarnings("unchecked") // what is held for a bean was made by it
    <T> @Nullable T find(Contextual<T> bean) {
        var held = (Held<T>) beans.get(bean);
        return held == null ? null : held.instance();
    }

    void destroy(Contextual<?> bean) {
        var held = beans.isEmpty() ? null : beans.remove(bean);
        if (held != null) {
            held.destroy();
        }
    }

    /** Destroys all that were made, the last one first; one that fails does no harm to the others. */
    void end() {
        for (Held<?> held : List.copyOf(beans.values()).reversed()) {
            Watches.tell(held, Held::destroy);
        }
    }
}
