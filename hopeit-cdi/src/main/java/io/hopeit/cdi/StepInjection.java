package io.hopeit.cdi;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.Types;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;

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
                    "parameter %d: there is %s bean of type %s to inject; a payload has to be the first parameter.",
                    injected.annotated().getPosition() + 1,
                    e instanceof AmbiguousResolutionException ? "more than one" : "no",
                    Types.display(injected.parameter().getParameterizedType()));
        }
    }

    static Object resolve(StepParameter.Injected injected, BeanManager beans, CreationalContext<?> context) {
        return beans.getInjectableReference(beans.createInjectionPoint(injected.annotated()), context);
    }
}
