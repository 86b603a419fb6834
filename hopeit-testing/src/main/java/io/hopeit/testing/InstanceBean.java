package io.hopeit.testing;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bean that somebody else makes, and that is taken instead of any other of its types, but for listeners. */
final class InstanceBean<T> implements Bean<T>, Prioritized {
    private static final int FIRST = Integer.MAX_VALUE;

    private final Class<?> type;
    private final Set<Type> types;
    private final Set<Annotation> qualifiers;
    private final Supplier<T> instance;

    InstanceBean(Class<?> type, Set<Type> types, Set<Annotation> qualifiers, Supplier<T> instance) {
        this.type = type;
        this.types = types;
        this.qualifiers = new LinkedHashSet<>(qualifiers);
        this.qualifiers.add(Any.Literal.INSTANCE);
        if (qualifiers.isEmpty()) {
            this.qualifiers.add(Default.Literal.INSTANCE);
        }
        this.instance = instance;
    }

    /** Of one type. */
    static <T> InstanceBean<T> of(Class<T> type, Supplier<? extends T> instance) {
        return new InstanceBean<>(type, Set.of(type, Object.class), Set.of(), instance::get);
    }

    @Override
    public T create(CreationalContext<T> context) {
        return instance.get();
    }

    @Override
    public void destroy(T made, CreationalContext<T> context) {
        context.release();
    }

    @Override
    public Class<?> getBeanClass() {
        return type;
    }

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
        return Set.of();
    }

    @Override
    public Set<Type> getTypes() {
        return types;
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return qualifiers;
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return Singleton.class;
    }

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    public Set<Class<? extends Annotation>> getStereotypes() {
        return Set.of();
    }

    @Override
    public boolean isAlternative() {
        return !BeanClasses.isOneOfMany(type);
    }

    @Override
    public int getPriority() {
        return FIRST;
    }
}
