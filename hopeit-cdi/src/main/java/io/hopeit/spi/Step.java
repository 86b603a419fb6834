package io.hopeit.spi;

import io.hopeit.Collected;
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
 * {@snippet :
 * void print(Step step) {
 *     switch (step) {
 *         case Step.Call call -> out.println(call.method().getName());
 *         case Step.Gather gather -> out.println(gather.name() + " of " + gather.calls().size());
 *     }
 * }
 * }
 */
public sealed interface Step {
    /** What {@code @Steps} names. */
    String name();

    /** The name in keys and stages: that of its method. */
    String key();

    /** The parameter for its payload, or empty when it takes none. */
    Optional<Parameter> payload();

    /** The type of its payload, or empty when it takes none. */
    default Optional<Type> payloadType() {
        return payload().map(Parameter::getParameterizedType);
    }

    /** The type of each value it hands on: of one, of many for a {@code Stream}, or {@code void}. */
    Type resultType();

    /** Whether it may hand on any number of values. */
    boolean spawns();

    /** The methods that it consists of. */
    List<Call> calls();

    /** The method that stands for it in messages. */
    default Method method() {
        return calls().getFirst().method();
    }

    /** The parameters that a request has to fill. */
    default List<Parameter> requestParameters() {
        return calls().stream().flatMap(call -> call.fromRequest()).toList();
    }

    /** Whether this value is a payload for it; no value is for a step without a payload. */
    default boolean accepts(@Nullable Object value) {
        var type = payloadType();
        return value == null
                ? type.isEmpty()
                : type.isPresent() && Types.boxed(Types.raw(type.get())).isInstance(value);
    }

    /**
     * A method.
     *
     * @param method the method that the application wrote
     * @param parameters what each of its parameters is
     */
    record Call(Method method, List<StepParameter> parameters) implements Step {
        public Call {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String name() {
            return method.getName();
        }

        @Override
        public String key() {
            return io.hopeit.config.Names.snake(method.getName());
        }

        @Override
        public Optional<Parameter> payload() {
            return parameters.stream()
                    .filter(StepParameter.Payload.class::isInstance)
                    .findFirst()
                    .map(StepParameter::parameter);
        }

        @Override
        public Type resultType() {
            return Types.element(method.getGenericReturnType());
        }

        @Override
        public boolean spawns() {
            return Stream.class.isAssignableFrom(method.getReturnType());
        }

        @Override
        public List<Call> calls() {
            return List.of(this);
        }

        private Stream<Parameter> fromRequest() {
            return parameters.stream()
                    .filter(StepParameter.Request.class::isInstance)
                    .map(StepParameter::parameter);
        }

        /** The parameters for what other methods of its collector have returned. */
        public List<StepParameter.Result> results() {
            return parameters.stream()
                    .filter(StepParameter.Result.class::isInstance)
                    .map(StepParameter.Result.class::cast)
                    .toList();
        }

        /** The names of the methods that this one, in a collector, waits for. */
        public List<String> waitsFor() {
            return results().stream().map(StepParameter.Result::method).toList();
        }
    }

    /**
     * Methods that run at the same time.
     *
     * @param name what {@code @Steps} names
     * @param calls as the collector names them
     */
    record Gather(String name, List<Call> calls) implements Step {
        public Gather {
            calls = List.copyOf(calls);
        }

        @Override
        public String key() {
            return "collector@" + calls.getFirst().key();
        }

        @Override
        public Optional<Parameter> payload() {
            return calls.stream().flatMap(call -> call.payload().stream()).findFirst();
        }

        @Override
        public Type resultType() {
            return Collected.class;
        }

        @Override
        public boolean spawns() {
            return false;
        }
    }
}
