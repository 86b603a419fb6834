package io.hopeit.testing;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Step;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a payload is one for an event. */
final class Payloads {
    private Payloads() {}

    /** A message is for any step, a request for the first method. */
    static void check(EventDefinition event, Object payload) {
        var takers = event.trigger() instanceof Trigger.Read
                ? event.steps()
                : List.of(event.flow().first());
        if (takers.stream().noneMatch(step -> step.accepts(payload))) {
            throw new IllegalArgumentException("%s takes %s, and not a %s."
                    .formatted(
                            event.beanClass().getSimpleName(),
                            types(takers),
                            payload.getClass().getSimpleName()));
        }
    }

    private static String types(List<Step> takers) {
        var types = takers.stream()
                .map(Step::payloadType)
                .flatMap(Optional::stream)
                .map(Types::display)
                .distinct()
                .collect(Collectors.joining(" or "));
        return types.isEmpty() ? "no payload" : types;
    }
}
