package io.hopeit.streams;

import io.hopeit.Collected;
import io.hopeit.Order;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Types;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks all types that may be in messages. */
final class PayloadChecks {
    private PayloadChecks() {}

    static void check(EventCatalogue catalogue, List<PublisherPoint> points, Problems problems) {
        int before = problems.count();
        var inEvents = catalogue.events().stream()
                .flatMap(event -> event.steps().stream().flatMap(PayloadChecks::types));
        Stream.concat(inEvents, points.stream().map(PublisherPoint::payloadType))
                .flatMap(PayloadType::all)
                .map(Types::raw)
                .distinct()
                .forEach(type -> PayloadType.check(type, problems));
        catalogue.events().stream()
                .filter(event -> event.output().isPresent())
                .forEach(event -> checkResults(event, problems));
        if (problems.count() == before) {
            catalogue.events().stream()
                    .filter(event -> event.trigger() instanceof Trigger.Read)
                    .forEach(event -> checkMessages(event, (Trigger.Read) event.trigger(), catalogue, problems));
        }
    }

    private static void checkMessages(
            EventDefinition event, Trigger.Read read, EventCatalogue catalogue, Problems problems) {
        int before = problems.count();
        received(event, catalogue)
                .filter(type -> !isMessage(event, type))
                .distinct()
                .forEach(type -> noMessage(event, type, problems));
        if (problems.count() > before) {
            return;
        }
        MessageTypes.check(event, problems);
        if (read.lanes().order() == Order.KEY) {
            received(event, catalogue)
                    .flatMap(PayloadType::all)
                    .map(Types::raw)
                    .distinct()
                    .forEach(type ->
                            OrderKey.check(event.beanClass(), type, read.lanes().key(), problems));
        }
    }

    /** Whether some message can be one: of all steps, as one that is for a later step goes through those before it. */
    private static boolean isMessage(EventDefinition event, Type type) {
        return event.steps().stream()
                .flatMap(step -> step.payloadType().stream())
                .flatMap(PayloadType::all)
                .map(Types::raw)
                .filter(PayloadType::isMade)
                .anyMatch(Types.boxed(Types.raw(type))::isAssignableFrom);
    }

    private static void noMessage(EventDefinition event, Type type, Problems problems) {
        problems.add(
                event.beanClass(),
                "takes %s, which no message is: take %s.",
                Types.display(type),
                PayloadType.isMany(Types.raw(type))
                        ? "each of its values, or a record that has it"
                        : "a class that is published, seal it, or list its classes by @JsonSubTypes");
    }

    /** Payloads that no step before makes, and no source of the event itself: those go through no stream. */
    static Stream<Type> received(EventDefinition event, EventCatalogue catalogue) {
        var made = catalogue.events().stream()
                .filter(other -> other.beanClass() == event.beanClass())
                .flatMap(other -> other.flow().source().stream())
                .map(Step::resultType)
                .toList();
        return received(event).filter(type -> !made.contains(type));
    }

    private static Stream<Type> received(EventDefinition event) {
        var steps = event.steps();
        return IntStream.range(0, steps.size()).boxed().flatMap(i -> steps.get(i).payloadType().stream()
                .filter(payload ->
                        steps.subList(0, i).stream().noneMatch(before -> Types.mayBe(before.resultType(), payload))));
    }

    /** A consumer could not tell what is in a list. */
    private static void checkResults(EventDefinition event, Problems problems) {
        for (int i = 0; i < event.steps().size(); i++) {
            var result = event.steps().get(i).resultType();
            boolean isTaken = event.steps().stream()
                    .skip(i + 1L)
                    .flatMap(step -> step.payloadType().stream())
                    .anyMatch(payload -> Types.mayBe(result, payload));
            if (!isTaken && PayloadType.isMany(Types.raw(result))) {
                problems.addSignature(
                        event.steps().get(i).method(),
                        "publishes %s, which has no name in messages: return a Stream to publish each, or a record.",
                        Types.display(result));
            }
        }
    }

    private static Stream<Type> types(Step step) {
        return Stream.concat(step.payloadType().stream(), Stream.of(step.resultType()))
                .filter(type -> Types.raw(type) != Collected.class);
    }
}
