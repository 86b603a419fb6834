package io.hopeit.cdi;

import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import org.jspecify.annotations.Nullable;

/** A step that can be run. */
sealed interface BoundStep permits BoundCall, BoundGather {
    /** What was declared. */
    Step step();

    /** What it takes. */
    Payload payload();

    /**
     * The class of the values that a step takes.
     *
     * @param type null when it takes none
     */
    record Payload(@Nullable Class<?> type) {
        static Payload of(Step step) {
            return new Payload(
                    step.payloadType().map(Types::raw).map(Types::boxed).orElse(null));
        }

        /** As {@link Step#accepts}, which looks at the method each time. */
        boolean accepts(@Nullable Object value) {
            return type == null ? value == null : type.isInstance(value);
        }
    }

    /** Runs it, and returns what its method has returned. */
    @Nullable
    Object invoke(@Nullable Object payload, StepPlan.Call call) throws Exception;
}
