package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.Gathered;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.Service;
import io.hopeit.config.Nearest;
import io.hopeit.spi.FromTrigger;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods of an event class that can be steps, or what goes around them.
 *
 * @param methods in no order; they are looked at for each step and hook
 */
record StepMethods(AnnotatedType<?> type, Problems problems, List<? extends AnnotatedMethod<?>> methods) {
    /** Methods with a part of their own beside the steps. */
    private static final Set<Class<? extends Annotation>> HOOKS =
            Set.of(Preprocess.class, Postprocess.class, Service.class);

    private static final Set<Class<? extends Annotation>> NO_STEP =
            Set.of(PostConstruct.class, PreDestroy.class, Produces.class, Inject.class, AroundInvoke.class);
    private static final Set<Class<? extends Annotation>> NO_STEP_PARAMETER =
            Set.of(Observes.class, ObservesAsync.class, Disposes.class);

    static StepMethods of(AnnotatedType<?> type, Problems problems) {
        return new StepMethods(
                type,
                problems,
                type.getMethods().stream()
                        .filter(method -> isOpenToSteps(type.getJavaClass(), method))
                        .toList());
    }

    private static boolean isOpenToSteps(Class<?> type, AnnotatedMethod<?> method) {
        var java = method.getJavaMember();
        return java.getDeclaringClass() != Object.class
                && !java.isSynthetic()
                && !has(method, Modifier.ABSTRACT)
                && !isOverridden(type, java)
                && NO_STEP.stream().noneMatch(method::isAnnotationPresent)
                && method.getParameters().stream()
                        .noneMatch(p -> NO_STEP_PARAMETER.stream().anyMatch(p::isAnnotationPresent));
    }

    /** Those that could be the only step. */
    List<? extends AnnotatedMethod<?>> candidates() {
        var all = steps().toList();
        var open = all.stream()
                .filter(method -> !has(method, Modifier.PRIVATE) && !has(method, Modifier.STATIC))
                .toList();
        // a single private method is more likely a step that was meant than a helper of nothing
        return open.isEmpty() && all.size() == 1 ? all : open;
    }

    /** The one of this name, if it can be called; {@code where} is the annotation that names it. */
    Optional<Step.Call> named(String name, String where) {
        return named(name, where, Set.of());
    }

    /** The same, where {@code others} are names as well. */
    Optional<Step.Call> named(String name, String where, Set<String> others) {
        var sameName = steps().filter(method -> name(method).equals(name)).toList();
        if (sameName.isEmpty()) {
            var hint = Nearest.hint(name, Stream.concat(steps().map(StepMethods::name), others.stream()));
            problems.add(
                    type.getJavaClass(), "%s names \"%s\", but the class has no such method.%s", where, name, hint);
            return Optional.empty();
        }
        if (sameName.size() > 1) {
            problems.add(
                    type.getJavaClass(),
                    "%s names \"%s\", but the class has %d methods of that name: give each a name of its own.",
                    where,
                    name,
                    sameName.size());
            return Optional.empty();
        }
        return call(sameName.getFirst());
    }

    /** The one with this annotation, if there is one. */
    Optional<Step.Call> hook(Class<? extends Annotation> annotation) {
        var found = methods.stream()
                .filter(method -> method.isAnnotationPresent(annotation))
                .toList();
        if (found.size() > 1) {
            problems.add(
                    type.getJavaClass(),
                    "has %d methods with @%s; it can have one: take it off the others.",
                    found.size(),
                    annotation.getSimpleName());
        }
        return found.stream().findFirst().flatMap(this::call);
    }

    private Stream<? extends AnnotatedMethod<?>> steps() {
        return methods.stream().filter(method -> HOOKS.stream().noneMatch(method::isAnnotationPresent));
    }

    /** Also by a method with other types, where the one overridden is generic: then there is a bridge between them. */
    private static boolean isOverridden(Class<?> type, Method method) {
        for (Class<?> c = type; c != null && c != method.getDeclaringClass(); c = c.getSuperclass()) {
            var own = c.getDeclaredMethods();
            if (Arrays.stream(own).anyMatch(other -> isSame(other, method) && !isMadePublic(other, own))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the compiler has put it there alone, for a method that a class has which is not public. */
    private static boolean isMadePublic(Method method, Method[] beside) {
        return Arrays.stream(beside)
                .filter(other -> other.getName().equals(method.getName()))
                .allMatch(Method::isSynthetic);
    }

    private static boolean isSame(Method a, Method b) {
        return a.getName().equals(b.getName()) && Arrays.equals(a.getParameterTypes(), b.getParameterTypes());
    }

    /** The method with what its parameters are; empty, and noted, when it cannot be called. */
    Optional<Step.Call> call(AnnotatedMethod<?> method) {
        if (has(method, Modifier.PRIVATE) || has(method, Modifier.FINAL) || has(method, Modifier.STATIC)) {
            problems.add(
                    method.getJavaMember(),
                    "a step must not be private, final or static, or interceptors and injection would be skipped.");
            return Optional.empty();
        }
        if (isHidden(method)) {
            problems.add(
                    method.getJavaMember(),
                    "a step that %s inherits from another package must be public or protected, or interceptors and "
                            + "injection would be skipped.",
                    type.getJavaClass().getName());
            return Optional.empty();
        }
        return Optional.of(new Step.Call(
                method.getJavaMember(),
                method.getParameters().stream().map(StepMethods::parameter).toList()));
    }

    /** No subclass of another package can override it, also not that of a container. */
    private boolean isHidden(AnnotatedMethod<?> method) {
        return !has(method, Modifier.PUBLIC | Modifier.PROTECTED)
                && !method.getJavaMember()
                        .getDeclaringClass()
                        .getPackageName()
                        .equals(type.getJavaClass().getPackageName());
    }

    private static StepParameter parameter(AnnotatedParameter<?> parameter) {
        var java = parameter.getJavaParameter();
        if (RequestAnnotations.find(java).isPresent() || java.getType().isAnnotationPresent(FromTrigger.class)) {
            return new StepParameter.Request(java);
        }
        if (java.isAnnotationPresent(Gathered.class)) {
            return new StepParameter.Result(java);
        }
        if (java.getType() == EventContext.class) {
            return new StepParameter.Context(java);
        }
        return parameter.getPosition() == 0 ? new StepParameter.Payload(java) : new StepParameter.Injected(parameter);
    }

    /** Whether the class has a step of this name. */
    boolean has(String name) {
        return steps().anyMatch(method -> name(method).equals(name));
    }

    static String name(AnnotatedMethod<?> method) {
        return method.getJavaMember().getName();
    }

    private static boolean has(AnnotatedMethod<?> method, int modifier) {
        return (method.getJavaMember().getModifiers() & modifier) != 0;
    }
}
