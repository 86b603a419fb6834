package io.hopeit.cdi;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.Types;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.UnproxyableResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Beans as parameters of steps. */
final class StepInjection {
    private StepInjection() {}

    static void check(EventDefinition event, BeanManager beans, Problems problems) {
        for (Step.Call step : event.flow().calls().toList()) {
            for (StepParameter parameter : step.parameters()) {
                if (parameter instanceof StepParameter.Injected injected) {
                    check(step, injected, beans, problems);
                }
            }
        }
    }

    private static void check(Step.Call step, StepParameter.Injected injected, BeanManager beans, Problems problems) {
        try {
            beans.validate(beans.createInjectionPoint(injected.annotated()));
        } catch (InjectionException | DefinitionException | IllegalArgumentException e) {
            problems.addSignature(
                    step.method(),
                    "parameter %d: %s",
                    injected.annotated().getPosition() + 1,
                    reason(injected, beans).orElseGet(() -> other(e)));
        }
    }

    /** Empty when it is another; the exception of the container does not tell them apart. */
    private static Optional<String> reason(StepParameter.Injected injected, BeanManager beans) {
        var type = injected.parameter().getParameterizedType();
        var qualifiers = injected.annotated().getAnnotations().stream()
                .filter(annotation -> beans.isQualifier(annotation.annotationType()))
                .toArray(Annotation[]::new);
        var found = beans.getBeans(type, qualifiers);
        return found.isEmpty()
                ? Optional.of(missing(type, beans.getBeans(type, Any.Literal.INSTANCE)))
                : Optional.of(found).filter(many -> isAmbiguous(many, beans)).map(many -> ambiguous(type, many));
    }

    private static String missing(Type type, Set<Bean<?>> others) {
        return others.isEmpty()
                ? ("there is no bean of type %s to inject: its class needs a scope, such as @ApplicationScoped, and its jar "
                                + "or WAR a beans.xml with bean-discovery-mode=\"annotated\"; a payload has to be the first "
                                + "parameter.")
                        .formatted(Types.display(type))
                : "there is no bean of type %s to inject with the qualifiers of this parameter, only %s: give both the same."
                        .formatted(Types.display(type), names(others));
    }

    private static boolean isAmbiguous(Set<Bean<?>> found, BeanManager beans) {
        try {
            return beans.resolve(found) == null;
        } catch (AmbiguousResolutionException e) {
            return true;
        }
    }

    private static String ambiguous(Type type, Set<Bean<?>> found) {
        return "there is more than one bean of type %s to inject, %s: tell them apart with a qualifier."
                .formatted(Types.display(type), names(found));
    }

    private static String other(RuntimeException e) {
        return e instanceof UnproxyableResolutionException || e.getCause() instanceof UnproxyableResolutionException
                ? "the container cannot make a proxy of its bean: give it a constructor without parameters that is not "
                        + "private, and let neither it nor its methods be final."
                : "it cannot be injected: " + e.getMessage();
    }

    private static String names(Collection<Bean<?>> beans) {
        return beans.stream().map(StepInjection::name).sorted().collect(Collectors.joining(" and "));
    }

    /** Its class, or that of its producer, and the qualifiers that were written on it. */
    private static String name(Bean<?> bean) {
        return bean.getBeanClass().getName()
                + bean.getQualifiers().stream()
                        .map(Annotation::annotationType)
                        .filter(type -> !type.getName().startsWith("jakarta.enterprise.inject."))
                        .map(type -> " @" + type.getSimpleName())
                        .sorted()
                        .collect(Collectors.joining());
    }
}
