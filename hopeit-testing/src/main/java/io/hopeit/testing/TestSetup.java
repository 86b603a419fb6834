package io.hopeit.testing;

import io.hopeit.cdi.EventsExtension;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * What a test says about the application that it wants.
 *
 * @param name of the test class
 * @param events their classes
 * @param with further beans
 * @param beans what its fields hold
 * @param config what it sets
 * @param startsAt when time begins
 */
record TestSetup(
        String name,
        List<Class<?>> events,
        List<Class<?>> with,
        List<InstanceBean<?>> beans,
        Map<String, String> config,
        Optional<Instant> startsAt) {

    /** {@code instances}: the test's own, those of the classes around it first. {@code method}: what is to be run. */
    static TestSetup of(List<Object> instances, AnnotatedElement method) {
        var classes = instances.stream().<Class<?>>map(Object::getClass).toList();
        var annotation = classes.reversed().stream()
                .flatMap(type -> AnnotationSupport.findAnnotation(type, HopeitTest.class).stream())
                .findFirst()
                .orElseThrow();
        var name = classes.getLast().getSimpleName();
        var config = new LinkedHashMap<String, String>();
        classes.forEach(type -> read(name, type, config));
        read(name, method, config);
        return new TestSetup(
                name,
                events(name, annotation),
                List.of(annotation.with()),
                instances.stream().flatMap(instance -> beans(instance).stream()).toList(),
                config,
                startsAt(name, annotation.startsAt()));
    }

    private static List<Class<?>> events(String name, HopeitTest annotation) {
        for (Class<?> type : annotation.value()) {
            if (!EventsExtension.isEvent(type)) {
                throw wrong(
                        name,
                        "@HopeitTest names %s, which is no event: it has none of @GetEvent, @PostEvent, @StreamEvent and "
                                + "so on. Another bean is named in with = ..., and what an event needs is found by itself.",
                        type.getSimpleName());
            }
        }
        return List.of(annotation.value());
    }

    private static void read(String name, AnnotatedElement element, Map<String, String> config) {
        AnnotationSupport.findAnnotation(element, WithConfig.class)
                .ifPresent(with -> Arrays.stream(with.value()).forEach(line -> {
                    int end = line.indexOf('=');
                    if (end < 1) {
                        throw wrong(name, "@WithConfig(\"%s\") is no line like \"key=value\".", line);
                    }
                    config.put(
                            line.substring(0, end).strip(),
                            line.substring(end + 1).strip());
                }));
    }

    private static Optional<Instant> startsAt(String name, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw wrong(name, "@HopeitTest(startsAt = \"%s\") is no time like 2026-11-21T05:00:00Z.", text);
        }
    }

    private static List<InstanceBean<?>> beans(Object instance) {
        var beans = new ArrayList<InstanceBean<?>>();
        for (Field field : AnnotationSupport.findAnnotatedFields(
                instance.getClass(), TestBean.class, f -> true, HierarchyTraversalMode.TOP_DOWN)) {
            var value = value(field, instance);
            beans.add(new InstanceBean<>(field.getType(), types(field), qualifiers(field), () -> value));
        }
        return beans;
    }

    private static Object value(Field field, Object instance) {
        try {
            field.setAccessible(true);
            var value = field.get(instance);
            if (value == null) {
                throw wrong(
                        instance.getClass().getSimpleName(),
                        "the field %s is @TestBean, but null when the application starts: set it where it is declared.",
                        field.getName());
            }
            return value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Type> types(Field field) {
        var types = new LinkedHashSet<Type>();
        types.add(field.getGenericType());
        addTypes(field.getType(), types);
        types.add(Object.class);
        return types;
    }

    private static void addTypes(Class<?> type, Set<Type> types) {
        types.add(type);
        for (Class<?> above : type.getInterfaces()) {
            addTypes(above, types);
        }
        types.addAll(List.of(type.getGenericInterfaces()));
        if (type.getSuperclass() != null) {
            types.add(type.getGenericSuperclass());
            addTypes(type.getSuperclass(), types);
        }
    }

    private static Set<Annotation> qualifiers(Field field) {
        return Arrays.stream(field.getAnnotations())
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(Qualifier.class))
                .collect(Collectors.toSet());
    }

    /** Whether the test itself has a bean of this type. */
    boolean gives(Class<?> type) {
        return with.stream().anyMatch(type::isAssignableFrom)
                || beans.stream().map(Bean::getTypes).anyMatch(types -> types.contains(type));
    }

    static ExtensionConfigurationException wrong(String test, String text, Object... args) {
        return new ExtensionConfigurationException(test + ": " + text.formatted(args));
    }
}
