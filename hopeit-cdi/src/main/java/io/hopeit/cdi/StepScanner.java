package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.Steps;
import io.hopeit.config.Nearest;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.Types;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the step methods of one event class, in order, and notes what is wrong with them. */
record StepScanner(AnnotatedType<?> type, boolean readsStream, Problems problems) {
    private static final Set<Class<? extends Annotation>> NO_STEP =
            Set.of(PostConstruct.class, PreDestroy.class, Produces.class, Inject.class, AroundInvoke.class);
    private static final Set<Class<? extends Annotation>> NO_STEP_PARAMETER =
            Set.of(Observes.class, ObservesAsync.class, Disposes.class);

    List<Step> steps() {
        var named = type.getAnnotation(Steps.class);
        var steps = (named == null ? onlyStep().stream() : namedSteps(named.value()))
                .filter(this::isCallable)
                .map(this::step)
                .toList();
        steps.forEach(step -> StepChecks.check(step, readsStream, problems));
        StepChecks.checkFlow(steps, readsStream, problems);
        return steps;
    }

    private Optional<AnnotatedMethod<?>> onlyStep() {
        var candidates = candidates();
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        if (candidates.isEmpty()) {
            problems.add(type.getJavaClass(), "has no step: add a method that is not private or static.");
        } else {
            problems.add(
                    type.getJavaClass(),
                    "has %d methods that could be steps (%s): put them in order with @Steps.",
                    candidates.size(),
                    candidates.stream().map(StepScanner::name).sorted().collect(Collectors.joining(", ")));
        }
        return Optional.empty();
    }

    private List<? extends AnnotatedMethod<?>> candidates() {
        var all = methods().toList();
        var open = all.stream()
                .filter(method -> !has(method, Modifier.PRIVATE) && !has(method, Modifier.STATIC))
                .toList();
        // a single private method is more likely a step that was meant than a helper of nothing
        return open.isEmpty() && all.size() == 1 ? all : open;
    }

    private Stream<? extends AnnotatedMethod<?>> methods() {
        return type.getMethods().stream()
                .filter(method -> method.getJavaMember().getDeclaringClass() != Object.class)
                .filter(method -> !method.getJavaMember().isSynthetic())
                .filter(method -> !has(method, Modifier.ABSTRACT))
                .filter(method -> !isOverridden(method.getJavaMember()))
                .filter(method -> NO_STEP.stream().noneMatch(method::isAnnotationPresent))
                .filter(method -> method.getParameters().stream()
                        .noneMatch(p -> NO_STEP_PARAMETER.stream().anyMatch(p::isAnnotationPresent)));
    }

    /** Also by a method with other types, where the one overridden is generic: then there is a bridge between them. */
    private boolean isOverridden(Method method) {
        for (Class<?> c = type.getJavaClass(); c != null && c != method.getDeclaringClass(); c = c.getSuperclass()) {
            if (Arrays.stream(c.getDeclaredMethods()).anyMatch(other -> isSame(other, method))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Method a, Method b) {
        return a.getName().equals(b.getName()) && Arrays.equals(a.getParameterTypes(), b.getParameterTypes());
    }

    private Stream<AnnotatedMethod<?>> namedSteps(String[] names) {
        if (names.length == 0) {
            problems.add(type.getJavaClass(), "@Steps names no step.");
        }
        var seen = new HashSet<String>();
        return Arrays.stream(names).filter(name -> isFirst(name, seen)).flatMap(name -> named(name).stream());
    }

    private boolean isFirst(String name, Set<String> seen) {
        boolean first = seen.add(name);
        if (!first) {
            problems.add(
                    type.getJavaClass(), "@Steps names \"%s\" twice: a value passes each step at most once.", name);
        }
        return first;
    }

    private Optional<AnnotatedMethod<?>> named(String name) {
        var sameName = methods().filter(method -> name(method).equals(name)).toList();
        if (sameName.isEmpty()) {
            var hint = Nearest.hint(name, methods().map(StepScanner::name));
            problems.add(type.getJavaClass(), "@Steps names \"%s\", but the class has no such method.%s", name, hint);
            return Optional.empty();
        }
        if (sameName.size() > 1) {
            problems.add(
                    type.getJavaClass(),
                    "@Steps names \"%s\", but the class has %d methods of that name: give each a name of its own.",
                    name,
                    sameName.size());
            return Optional.empty();
        }
        return Optional.of(sameName.getFirst());
    }

    private boolean isCallable(AnnotatedMethod<?> method) {
        boolean callable =
                !has(method, Modifier.PRIVATE) && !has(method, Modifier.FINAL) && !has(method, Modifier.STATIC);
        if (!callable) {
            problems.add(
                    method.getJavaMember(),
                    "a step must not be private, final or static, or interceptors and injection would be skipped.");
        }
        return callable;
    }

    private Step step(AnnotatedMethod<?> method) {
        return new Step(
                method.getJavaMember(),
                method.getParameters().stream().map(StepScanner::parameter).toList());
    }

    private static StepParameter parameter(AnnotatedParameter<?> parameter) {
        var java = parameter.getJavaParameter();
        if (RequestAnnotations.find(java).isPresent()) {
            return new StepParameter.Request(java);
        }
        if (java.getType() == EventContext.class) {
            return new StepParameter.Context(java);
        }
        return parameter.getPosition() == 0 ? new StepParameter.Payload(java) : new StepParameter.Injected(parameter);
    }

    private static String name(AnnotatedMethod<?> method) {
        return method.getJavaMember().getName();
    }

    private static boolean has(AnnotatedMethod<?> method, int modifier) {
        return (method.getJavaMember().getModifiers() & modifier) != 0;
    }

    /** Whether a method hands on a promise of a value, which is not a value. */
    static boolean isPromise(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                || Future.class.isAssignableFrom(method.getReturnType())
                || Types.raw(method.getGenericReturnType()).getName().startsWith("java.util.concurrent.Flow$");
    }
}
