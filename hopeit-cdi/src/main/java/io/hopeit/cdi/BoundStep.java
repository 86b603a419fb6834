package io.hopeit.cdi;

import io.hopeit.spi.Step;
import org.jspecify.annotations.Nullable;

/** A step that can be run. */
sealed interface BoundStep permits BoundCall, BoundGather {
    /** What was declared. */
    Step step();

    /** Runs it, and returns what its method has returned. */
    @Nullable
    Object invoke(@Nullable Object payload, StepPlan.Call call) throws Exception;
}
