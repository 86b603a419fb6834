package io.hopeit.spi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the results of an event are declared as: a list does not know what is in it.
 *
 * {@snippet :
 * byte[] write(EventDefinition event, Object result, Json json) {
 *     return json.write(result, ResultTypes.of(event.flow()).of(result)); // List<Pet>: each says which pet it is
 * }
 * }
 *
 * @param declared of all that makes values in it, each once; none when no type has type arguments
 * @hidden applications have no use for it
 */
public record ResultTypes(List<Type> declared) {
    public ResultTypes {
        declared = List.copyOf(declared);
    }

    /** Those of the methods around the steps, too. */
    public static ResultTypes of(Flow flow) {
        var types = Stream.of(
                        flow.source().stream(),
                        flow.preprocess().stream(),
                        flow.steps().stream(),
                        flow.postprocess().stream())
                .flatMap(steps -> steps)
                .map(Step::resultType)
                .distinct()
                .toList();
        return new ResultTypes(types.stream().anyMatch(ParameterizedType.class::isInstance) ? types : List.of());
    }

    /** What this value must have been declared as; its class when it can be one of several. */
    public Type of(Object value) {
        if (declared.isEmpty()) {
            return value.getClass();
        }
        var fitting = declared.stream()
                .filter(type -> Types.raw(type).isInstance(value))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst() : value.getClass();
    }
}
