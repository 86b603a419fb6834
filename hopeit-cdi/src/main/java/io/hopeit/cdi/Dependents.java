package io.hopeit.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Beans without a scope of their own that the steps of one run are given: each parameter has one of its own, which lives
 * until the run ends; those of a hook until it has returned. Thread-safe.
 */
final class Dependents {
    private final BeanManager beans;
    private @Nullable CreationalContext<?> owner;
    private Map<InjectionPoint, Object> given = Map.of();

    Dependents(BeanManager beans) {
        this.beans = beans;
    }

    /** Whether what is injected there is for one run only; all else is the same for all. */
    static boolean isOne(InjectionPoint point, BeanManager beans) {
        var qualifiers = point.getQualifiers().toArray(Annotation[]::new);
        var bean = beans.resolve(beans.getBeans(point.getType(), qualifiers));
        return bean != null && bean.getScope() == Dependent.class;
    }

    /** The one for this parameter. */
    synchronized Object of(InjectionPoint point) {
        var context = owner;
        if (context == null) {
            context = beans.createCreationalContext(null);
            owner = context;
            given = new HashMap<>();
        }
        var known = given.get(point);
        if (known == null) {
            known = beans.getInjectableReference(point, context);
            given.put(point, known);
        }
        return known;
    }

    /** Destroys them. */
    synchronized void release() {
        if (owner != null) {
            owner.release();
        }
    }
}
