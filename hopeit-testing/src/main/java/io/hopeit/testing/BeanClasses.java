package io.hopeit.testing;

import io.hopeit.spi.EventListener;
import jakarta.decorator.Decorator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Vetoed;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** What a container takes for a bean in an archive whose beans are annotated. */
final class BeanClasses {
    private BeanClasses() {}

    static boolean isBean(Class<?> type) {
        return !type.isInterface()
                && !type.isAnnotation()
                && !Modifier.isAbstract(type.getModifiers())
                && !type.isAnnotationPresent(Vetoed.class)
                && (goesAround(type) || Arrays.stream(type.getAnnotations()).anyMatch(BeanClasses::givesScope));
    }

    private static boolean givesScope(Annotation annotation) {
        var type = annotation.annotationType();
        return type == Dependent.class
                || type.isAnnotationPresent(NormalScope.class)
                || type.isAnnotationPresent(Stereotype.class);
    }

    /** Whether it goes around other beans, so that nobody asks for it by its type. */
    static boolean goesAround(Class<?> type) {
        return type.isAnnotationPresent(Interceptor.class) || type.isAnnotationPresent(Decorator.class);
    }

    /** Whether all of its kind are told, so that it does not stand for another. */
    static boolean isOneOfMany(Class<?> type) {
        return EventListener.class.isAssignableFrom(type);
    }

    /** Whether it is for JAX-RS: a filter, a mapper of exceptions, a reader or writer. */
    static boolean isProvider(Class<?> type) {
        return type.isAnnotationPresent(Provider.class) && !Modifier.isAbstract(type.getModifiers());
    }
}
