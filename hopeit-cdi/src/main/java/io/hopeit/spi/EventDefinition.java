package io.hopeit.spi;

import io.hopeit.config.EventSettings;
import java.util.List;
import java.util.Optional;

/**
 * One event: what triggers it, what it does, where its results go.
 *
 * @param name in snake case: {@code streams.something_event}
 * @param beanClass the class that the application wrote
 * @param trigger what makes it run
 * @param steps in order, at least one
 * @param output where its results are published, if anywhere
 * @param settings what configuration says about it
 * @param summary one line of documentation, or empty
 * @param description more documentation, or empty
 */
public record EventDefinition(
        String name,
        Class<?> beanClass,
        Trigger trigger,
        List<Step> steps,
        Optional<WriteTo> output,
        EventSettings settings,
        String summary,
        String description) {
    public EventDefinition {
        steps = List.copyOf(steps);
    }

    /** The step that a payload from outside comes to. */
    public Step firstStep() {
        return steps.getFirst();
    }
}
