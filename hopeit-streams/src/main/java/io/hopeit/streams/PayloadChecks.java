package io.hopeit.streams;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Types;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

/** Checks all types that may be in messages. */
final class PayloadChecks {
    private PayloadChecks() {}

    static void check(EventCatalogue catalogue, List<PublisherPoint> points, Problems problems) {
        int before = problems.lines().size();
        var inEvents = catalogue.events().stream()
                .flatMap(event -> event.steps().stream().flatMap(PayloadChecks::types));
        Stream.concat(inEvents, points.stream().map(PublisherPoint::payloadType))
                .flatMap(Types::permitted)
                .map(Types::raw)
                .distinct()
                .forEach(type -> PayloadType.check(type, problems));
        if (problems.lines().size() == before) {
            catalogue.events().stream()
                    .filter(event -> event.trigger() instanceof Trigger.Read)
                    .forEach(event -> MessageTypes.check(event, problems));
        }
    }

    private static Stream<Type> types(Step step) {
        return Stream.concat(step.payloadType().stream(), Stream.of(step.resultType()));
    }
}
