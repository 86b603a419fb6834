package io.hopeit.spi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of an event.
 *
 * @param method the method that the application wrote
 * @param parameters what each of its parameters is
 */
public record Step(Method method, List<StepParameter> parameters) {
    public Step {
        parameters = List.copyOf(parameters);
    }

    /** The step's name: that of its method. */
    public String name() {
        return method.getName();
    }

    /** The type of its payload, or empty when it takes none. */
    public Optional<Type> payloadType() {
        return parameters.stream()
                .filter(StepParameter.Payload.class::isInstance)
                .findFirst()
                .map(payload -> payload.parameter().getParameterizedType());
    }

    /** The parameters that a request has to fill. */
    public List<Parameter> requestParameters() {
        return parameters.stream()
                .filter(StepParameter.Request.class::isInstance)
                .map(StepParameter::parameter)
                .toList();
    }

    /** The type of each value it hands on: of one, of many for a {@code Stream}, or {@code void}. */
    public Type resultType() {
        return Types.element(method.getGenericReturnType());
    }

    /** Whether it may hand on any number of values. */
    public boolean spawns() {
        return Stream.class.isAssignableFrom(method.getReturnType());
    }

    /** Whether this value is a payload for it; no value is for a step without a payload. */
    public boolean accepts(@Nullable Object value) {
        var type = payloadType();
        return value == null
                ? type.isEmpty()
                : type.isPresent() && Types.boxed(Types.raw(type.get())).isInstance(value);
    }
}
