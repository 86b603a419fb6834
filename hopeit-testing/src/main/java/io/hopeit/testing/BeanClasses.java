package io.hopeit.testing;

import io.hopeit.DeleteEvent;
import io.hopeit.GetEvent;
import io.hopeit.MultipartEvent;
import io.hopeit.PatchEvent;
import io.hopeit.PostEvent;
import io.hopeit.PutEvent;
import io.hopeit.ServiceEvent;
import io.hopeit.SetupEvent;
import io.hopeit.StreamEvent;
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
import java.util.List;

/** What a container takes for a bean in an archive whose beans are annotated. */
final class BeanClasses {
    private static final List<Class<? extends Annotation>> TRIGGERS = List.of(
            GetEvent.class,
            PostEvent.class,
            PutEvent.class,
            PatchEvent.class,
            DeleteEvent.class,
            MultipartEvent.class,
            StreamEvent.class,
            ServiceEvent.class,
            SetupEvent.class);

    private BeanClasses() {}

    static boolean isEvent(Class<?> type) {
        return TRIGGERS.stream().anyMatch(type::isAnnotationPresent);
    }

    static boolean isBean(Class<?> type) {
        return !type.isInterface()
                && !type.isAnnotation()
                && !Modifier.isAbstract(type.getModifiers())
                && !type.isAnnotationPresent(Vetoed.class)
                && Arrays.stream(type.getAnnotations()).anyMatch(BeanClasses::definesBean);
    }

    private static boolean definesBean(Annotation annotation) {
        var type = annotation.annotationType();
        return type == Dependent.class
                || isForAll(type)
                || type.isAnnotationPresent(NormalScope.class)
                || type.isAnnotationPresent(Stereotype.class);
    }

    private static boolean isForAll(Class<? extends Annotation> annotation) {
        return annotation == Interceptor.class || annotation == Decorator.class;
    }

    /** Whether it goes around other beans, so that nobody asks for it by its type. */
    static boolean goesAround(Class<?> type) {
        return type.isAnnotationPresent(Interceptor.class) || type.isAnnotationPresent(Decorator.class);
    }

    /** Whether it is for JAX-RS: a filter, a mapper of exceptions, a reader or writer. */
    static boolean isProvider(Class<?> type) {
        return type.isAnnotationPresent(Provider.class) && !Modifier.isAbstract(type.getModifiers());
    }
}
