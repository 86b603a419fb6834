package io.hopeit.cdi;

import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes what is wrong with the types of steps, each and in their order. */
final class StepChecks {
    private StepChecks() {}

    static void check(Step step, boolean readsStream, Problems problems) {
        if (StepScanner.isPromise(step.method())) {
            problems.addSignature(
                    step.method(),
                    "returns %s: return the value itself, a step may block.",
                    Types.display(step.method().getGenericReturnType()));
        }
        Stream.concat(
                        Arrays.stream(step.method().getGenericParameterTypes()),
                        Stream.of(step.method().getGenericReturnType()))
                .filter(Types::isOpen)
                .findFirst()
                .ifPresent(type -> problems.addSignature(
                        step.method(),
                        "%s is not known here: override the method with the types that are meant.",
                        Types.display(type)));
        if (readsStream) {
            step.requestParameters().forEach(parameter -> reportNoRequest(step, parameter, problems));
        }
    }

    private static void reportNoRequest(Step step, Parameter parameter, Problems problems) {
        var annotation = RequestAnnotations.find(parameter).orElseThrow();
        problems.addSignature(
                step.method(),
                "@%s needs a request, but this event reads a stream.",
                annotation.annotationType().getSimpleName());
    }

    /** Each step must be able to get its payload: from a step before it or, in a stream event, from a message. */
    static void checkFlow(List<Step> steps, boolean readsStream, Problems problems) {
        if (readsStream && !steps.isEmpty() && steps.getFirst().payloadType().isEmpty()) {
            problems.addSignature(
                    steps.getFirst().method(),
                    "takes no payload, but the first step of a stream event receives the message: "
                            + "make it the first parameter.");
        }
        for (int i = 1; i < steps.size(); i++) {
            var before = steps.subList(0, i);
            var step = steps.get(i);
            step.payloadType()
                    .filter(payload -> !isReachable(payload, before, readsStream))
                    .ifPresent(payload -> reportUnreachable(step, payload, before, problems));
        }
    }

    private static boolean isReachable(Type payload, List<Step> before, boolean readsStream) {
        boolean produced = before.stream()
                .map(Step::resultType)
                .anyMatch(result -> result != void.class && Types.mayBe(result, payload));
        boolean fromMessage = readsStream
                && before.stream().flatMap(step -> step.payloadType().stream()).noneMatch(earlier -> Types.boxed(
                                Types.raw(earlier))
                        .isAssignableFrom(Types.boxed(Types.raw(payload))));
        return produced || fromMessage;
    }

    private static void reportUnreachable(Step step, Type payload, List<Step> before, Problems problems) {
        var results = before.stream().map(StepChecks::result).distinct().collect(Collectors.joining(", "));
        var text = before.size() == 1
                ? "receives %s, but the step before it returns %s."
                : "receives %s, but the steps before it return %s.";
        problems.addSignature(step.method(), text, Types.display(payload), results);
    }

    private static String result(Step step) {
        return step.resultType() == void.class ? "nothing" : Types.display(step.resultType());
    }
}
