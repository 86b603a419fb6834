package io.hopeit.spi;

import io.hopeit.Gathered;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import java.lang.reflect.Parameter;

/**
 * What one parameter of a step is.
 *
 * {@snippet :
 * String origin(StepParameter parameter) {
 *     return switch (parameter) {
 *         case StepParameter.Payload p -> "the step before";
 *         case StepParameter.Context c -> "the run";
 *         case StepParameter.Injected i -> "CDI";
 *         case StepParameter.Request r -> "the request";
 *         case StepParameter.Result r -> r.method();
 *     };
 * }
 * }
 */
public sealed interface StepParameter {
    /** The parameter in the application's method. */
    Parameter parameter();

    /** The value that the step works on. */
    record Payload(Parameter parameter) implements StepParameter {}

    /** The {@link io.hopeit.EventContext}. */
    record Context(Parameter parameter) implements StepParameter {}

    /** A part of the request, as its JAX-RS annotation says, or what {@link FromTrigger} is on the type of. */
    record Request(Parameter parameter) implements StepParameter {}

    /** What another method of the same collector has returned. */
    record Result(Parameter parameter) implements StepParameter {
        /** The name of that method. */
        public String method() {
            return parameter.getAnnotation(Gathered.class).value();
        }
    }

    /** A bean. */
    record Injected(AnnotatedParameter<?> annotated) implements StepParameter {
        @Override
        public Parameter parameter() {
            return annotated.getJavaParameter();
        }
    }
}
