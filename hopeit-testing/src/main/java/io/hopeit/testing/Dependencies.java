package io.hopeit.testing;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.spi.Types;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The beans that classes need, found by what is injected into them: of each type all implementations and producers that
 * were built together with the classes, or with the type itself.
 */
final class Dependencies {
    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jakarta.", "org.eclipse.microprofile.", "io.smallrye.", "org.jboss.");

    private final Predicate<Class<?>> isGiven;
    private final Set<Class<?>> found = new LinkedHashSet<>();
    private final Set<Class<?>> asked = new LinkedHashSet<>();
    private final Queue<Class<?>> left = new ArrayDeque<>();
    private final Map<URI, List<Class<?>>> places = new LinkedHashMap<>();

    /** {@code isGiven}: whether somebody else gives what is needed of a type. */
    Dependencies(Predicate<Class<?>> isGiven) {
        this.isGiven = isGiven;
    }

    /** Events and other beans, and all that they need. Other beans are of the test: nothing beside them is looked at. */
    Set<Class<?>> of(List<Class<?>> events, List<Class<?>> others) {
        events.forEach(this::add);
        others.forEach(this::add);
        events.forEach(this::lookAround);
        places.values().stream()
                .flatMap(List::stream)
                .filter(BeanClasses::goesAround)
                .toList()
                .forEach(this::add);
        while (!left.isEmpty()) {
            needs(left.remove()).forEach(this::resolve);
        }
        return found;
    }

    private void add(Class<?> type) {
        if (found.add(type)) {
            left.add(type);
        }
    }

    private void lookAround(Class<?> type) {
        Neighbours.place(type)
                .ifPresent(place -> places.computeIfAbsent(place, p -> Neighbours.of(type).stream()
                        .filter(BeanClasses::isBean)
                        .filter(bean -> !EventsExtension.isEvent(bean) && !isOfTest(bean))
                        .toList()));
    }

    /** A fake of a test is there for those who name it. */
    private static boolean isOfTest(Class<?> bean) {
        var outer = bean.getEnclosingClass();
        return outer != null && (outer.isAnnotationPresent(HopeitTest.class) || isOfTest(outer));
    }

    private void resolve(Type type) {
        var raw = Types.raw(type);
        if (raw == Instance.class || raw == Provider.class) {
            resolve(Types.argument(type, 0));
        } else if (raw == Event.class) {
            var event = Types.raw(Types.argument(type, 0));
            candidates().filter(bean -> observes(bean, event)).toList().forEach(this::add);
        } else if (!isOfPlatform(raw) && asked.add(raw) && !isGiven.test(raw)) {
            lookAround(raw);
            candidates()
                    .filter(bean -> raw.isAssignableFrom(bean) || produces(bean, raw))
                    .toList()
                    .forEach(this::add);
        }
    }

    private Stream<Class<?>> candidates() {
        return places.values().stream().flatMap(List::stream);
    }

    private static boolean isOfPlatform(Class<?> type) {
        return type.isPrimitive() || type.isArray() || PLATFORM.stream().anyMatch(type.getName()::startsWith);
    }

    private static boolean produces(Class<?> bean, Class<?> type) {
        return Stream.concat(
                        Arrays.stream(bean.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(Produces.class))
                                .map(Method::getReturnType),
                        Arrays.stream(bean.getDeclaredFields())
                                .filter(field -> field.isAnnotationPresent(Produces.class))
                                .map(Field::getType))
                .anyMatch(type::isAssignableFrom);
    }

    private static boolean observes(Class<?> bean, Class<?> event) {
        return Arrays.stream(bean.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .anyMatch(parameter ->
                        isObserved(parameter) && parameter.getType().isAssignableFrom(event));
    }

    private static boolean isObserved(Parameter parameter) {
        return parameter.isAnnotationPresent(Observes.class) || parameter.isAnnotationPresent(ObservesAsync.class);
    }

    /** What is injected into a class: for events, as parameters of any of its methods. */
    private static List<Type> needs(Class<?> type) {
        boolean isEvent = EventsExtension.isEvent(type);
        return hierarchy(type)
                .flatMap(part -> Stream.of(
                                Arrays.stream(part.getDeclaredFields())
                                        .filter(field -> field.isAnnotationPresent(Inject.class))
                                        .map(Field::getGenericType),
                                Arrays.stream(part.getDeclaredConstructors())
                                        .filter(made -> made.isAnnotationPresent(Inject.class))
                                        .flatMap(Dependencies::parameters),
                                Arrays.stream(part.getDeclaredMethods())
                                        .filter(method -> isEvent || isInjected(method))
                                        .flatMap(method -> Arrays.stream(method.getGenericParameterTypes())))
                        .flatMap(types -> types))
                .toList();
    }

    private static Stream<Type> parameters(Constructor<?> constructor) {
        return Arrays.stream(constructor.getGenericParameterTypes());
    }

    private static boolean isInjected(Method method) {
        return method.isAnnotationPresent(Inject.class)
                || method.isAnnotationPresent(Produces.class)
                || Arrays.stream(method.getParameters()).anyMatch(Dependencies::isObserved);
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        return Stream.<Class<?>>iterate(type, part -> part != null && part != Object.class, Class::getSuperclass);
    }
}
