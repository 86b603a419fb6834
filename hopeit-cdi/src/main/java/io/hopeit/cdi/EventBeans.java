package io.hopeit.cdi;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;

/** The beans that event classes are. */
final class EventBeans {
    private EventBeans() {}

    private static Optional<Bean<?>> find(Class<?> type, BeanManager beans) {
        return beans.getBeans(type, Any.Literal.INSTANCE).stream()
                .filter(candidate -> candidate.getBeanClass() == type)
                .findFirst();
    }

    static boolean isDependent(Class<?> type, BeanManager beans) {
        return find(type, beans)
                .filter(bean -> bean.getScope() == Dependent.class)
                .isPresent();
    }

    /** The contextual reference, so that interceptors and scopes apply to each step. */
    private static Object reference(Class<?> type, BeanManager beans, CreationalContext<?> owner) {
        var bean = find(type, beans).orElseThrow(() -> new IllegalStateException(type.getName() + " is not a bean"));
        return beans.getReference(bean, type, owner);
    }

    /**
     * What steps are called on: interceptors apply to it. Where there is one for the whole application it is that one, and
     * no proxy that looks for it at each call.
     */
    static Object instance(Class<?> type, BeanManager beans, CreationalContext<?> owner) {
        return find(type, beans)
                .filter(bean -> bean.getScope() == ApplicationScoped.class)
                .map(bean -> theOne(bean, beans))
                .orElseGet(() -> reference(type, beans, owner));
    }

    private static <T> Object theOne(Bean<T> bean, BeanManager beans) {
        return beans.getContext(ApplicationScoped.class).get(bean, beans.createCreationalContext(bean));
    }

    /** Notes a class that the container has not made a bean, or cannot make a proxy of. */
    static void check(EventDefinition event, BeanManager beans, Problems problems) {
        var type = event.beanClass();
        var bean = find(type, beans);
        if (bean.isEmpty()) {
            problems.add(
                    type,
                    "is not a bean: it has to be a top-level or static nested class, with a constructor that has no "
                            + "parameters or @Inject.");
        } else if (bean.get().getScope() == Dependent.class) {
            if (event.flow().source().isPresent()) {
                problems.add(
                        type,
                        "is @Dependent, but the values of its @Service method come later than it lives; give it another "
                                + "scope.");
            }
        } else if (bean.get().getScope() != ApplicationScoped.class
                && beans.isNormalScope(bean.get().getScope())) {
            checkProxy(type, beans, problems);
        }
    }

    /** Of a scope that {@link #instance} needs one for: to make each event's only to see that it can be took long. */
    private static void checkProxy(Class<?> type, BeanManager beans, Problems problems) {
        try {
            reference(type, beans, beans.createCreationalContext(null));
        } catch (RuntimeException e) {
            problems.add(
                    type,
                    "the container cannot make a proxy of it: give it a constructor without parameters that is not "
                            + "private, and put it in a package.");
        }
    }
}
