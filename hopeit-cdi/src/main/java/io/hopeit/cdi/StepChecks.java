package io.hopeit.cdi;

import io.hopeit.Collected;
import io.hopeit.spi.FromTrigger;
import io.hopeit.spi.FromTrigger.Place;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.Types;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes what is wrong with the types of steps, each and in their order. */
record StepChecks(Class<?> type, Triggered trigger, StepScanner.Found found, Problems problems) {

    void check() {
        checkHooks();
        found.stages().stream()
                .flatMap(List::stream)
                .flatMap(step -> step.calls().stream())
                .forEach(call -> checkCall(call, Optional.empty()));
        found.stages().stream().skip(1).flatMap(List::stream).forEach(step -> step.requestParameters()
                .forEach(parameter -> reportNoRequest(step.method(), parameter, "this step runs after SHUFFLE")));
        checkFlow();
    }

    private void checkHooks() {
        found.preprocess().ifPresent(hook -> checkHook(hook, Place.PREPROCESS));
        found.postprocess().ifPresent(hook -> checkHook(hook, Place.POSTPROCESS));
        boolean isService = trigger instanceof Triggered.Service;
        if (isService && found.source().isEmpty()) {
            problems.add(type, "has no method with @Service, which makes the values of a service.");
        }
        found.source().ifPresent(source -> {
            checkCall(source, Optional.of(Place.SERVICE));
            if (!isService && !(trigger instanceof Triggered.Read)) {
                problems.add(source.method(), "@Service is for events that are services or read a stream.");
            }
            if (!source.spawns() || source.payloadType().isPresent()) {
                problems.addSignature(
                        source.method(), "a method with @Service has no payload, and returns a Stream of values.");
            }
        });
    }

    private void checkHook(Step.Call hook, Place place) {
        checkCall(hook, Optional.of(place));
        if (!(trigger instanceof Triggered.Http)) {
            problems.add(hook.method(), "needs a request, but this event %s.", trigger.kind());
        }
        if (hook.spawns()) {
            problems.addSignature(hook.method(), "returns a Stream, but there is one request and one response.");
        }
    }

    private void checkCall(Step.Call call, Optional<Place> place) {
        if (isPromise(call.method())) {
            problems.addSignature(
                    call.method(),
                    "returns %s: return the value itself, a step may block.",
                    Types.display(call.method().getGenericReturnType()));
        }
        Stream.concat(
                        Arrays.stream(call.method().getGenericParameterTypes()),
                        Stream.of(call.method().getGenericReturnType()))
                .filter(Types::isOpen)
                .findFirst()
                .ifPresent(type -> problems.addSignature(
                        call.method(),
                        "%s is not known here: override the method with the types that are meant.",
                        Types.display(type)));
        call.requestParameters().forEach(parameter -> checkFromTrigger(call, parameter, place));
    }

    private void checkFromTrigger(Step.Call call, Parameter parameter, Optional<Place> place) {
        var from = parameter.getType().getAnnotation(FromTrigger.class);
        if (from == null) {
            if (!(trigger instanceof Triggered.Http)) {
                reportNoRequest(call.method(), parameter, "this event " + trigger.kind());
            }
        } else if (place.isEmpty() || !List.of(from.value()).contains(place.get())) {
            problems.addSignature(
                    call.method(),
                    "%s is for methods with %s.",
                    parameter.getType().getSimpleName(),
                    Arrays.stream(from.value())
                            .map(p -> "@" + p.name().charAt(0)
                                    + p.name().substring(1).toLowerCase(java.util.Locale.ROOT))
                            .collect(Collectors.joining(" or ")));
        }
    }

    private void reportNoRequest(Method method, Parameter parameter, String because) {
        RequestAnnotations.find(parameter)
                .ifPresent(annotation -> problems.addSignature(
                        method,
                        "@%s needs a request, but %s.",
                        annotation.annotationType().getSimpleName(),
                        because));
    }

    /** Each step must be able to get its payload: from outside, or from what runs before it. */
    private void checkFlow() {
        boolean fromMessage = trigger instanceof Triggered.Read;
        var first = found.stages().getFirst();
        if (fromMessage && !first.isEmpty() && first.getFirst().payloadType().isEmpty()) {
            reportNoMessage(first.getFirst(), "the first step of a stream event");
        }
        boolean fromOutside = trigger instanceof Triggered.Http && entry().isEmpty();
        var before = entry();
        for (List<Step> stage : found.stages()) {
            for (Step step : stage) {
                if (!fromOutside) {
                    checkReachable(step, before, fromMessage);
                }
                fromOutside = false;
                before.add(step);
            }
            fromMessage = false;
        }
        checkBorders();
        checkCollected();
    }

    /** What makes the payload of the first step, if that does not come from outside. */
    private List<Step> entry() {
        var entry = new ArrayList<Step>();
        found.source().ifPresent(entry::add);
        found.preprocess().filter(hook -> handsOn(hook) != void.class).ifPresent(entry::add);
        return entry;
    }

    /** A preprocess that returns nothing leaves its payload as it is. */
    private Type handsOn(Step step) {
        boolean leaves = found.preprocess().filter(step::equals).isPresent() && step.resultType() == void.class;
        return leaves ? step.payloadType().orElse(void.class) : step.resultType();
    }

    private void checkReachable(Step step, List<Step> before, boolean fromMessage) {
        step.payloadType()
                .filter(payload -> !isReachable(payload, before, fromMessage))
                .ifPresent(payload -> reportUnreachable(step, payload, before));
    }

    private boolean isReachable(Type payload, List<Step> before, boolean fromMessage) {
        boolean produced = before.stream()
                .map(this::handsOn)
                .anyMatch(result -> result != void.class && Types.mayBe(result, payload));
        boolean received = fromMessage
                && before.stream().flatMap(step -> step.payloadType().stream()).noneMatch(earlier -> Types.boxed(
                                Types.raw(earlier))
                        .isAssignableFrom(Types.boxed(Types.raw(payload))));
        return produced || received;
    }

    private void reportNoMessage(Step step, String what) {
        problems.addSignature(
                step.method(), "takes no payload, but %s receives the message: make it the first parameter.", what);
    }

    private void reportUnreachable(Step step, Type payload, List<Step> before) {
        if (before.isEmpty()) {
            problems.addSignature(
                    step.method(),
                    "receives %s, but this event %s: its first step takes no payload.",
                    Types.display(payload),
                    trigger.kind());
            return;
        }
        var results = before.stream().map(this::result).distinct().collect(Collectors.joining(", "));
        var text = before.size() == 1
                ? "receives %s, but the step before it returns %s."
                : "receives %s, but the steps before it return %s.";
        problems.addSignature(step.method(), text, Types.display(payload), results);
    }

    private String result(Step step) {
        return handsOn(step) == void.class ? "nothing" : Types.display(handsOn(step));
    }

    /** What the last step of a stage hands on must be taken by a step of the next. */
    private void checkBorders() {
        for (int i = 1; i < found.stages().size(); i++) {
            var before = found.stages().get(i - 1);
            var after = found.stages().get(i);
            if (before.isEmpty() || after.isEmpty()) {
                continue;
            }
            if (after.getFirst().payloadType().isEmpty()) {
                reportNoMessage(after.getFirst(), "the first step after SHUFFLE");
            }
            Types.permitted(before.getLast().resultType())
                    .filter(result -> Types.raw(result) != Void.class)
                    .filter(result -> after.stream().noneMatch(step -> takes(step, result)))
                    .forEach(result -> problems.addSignature(
                            before.getLast().method(),
                            "returns %s, which no step after the SHUFFLE takes.",
                            Types.display(result)));
        }
    }

    private static boolean takes(Step step, Type result) {
        return step.payloadType()
                .filter(payload -> Types.mayBe(result, payload))
                .isPresent();
    }

    private void checkCollected() {
        for (List<Step> stage : found.stages()) {
            for (int i = 0; i < stage.size(); i++) {
                if (stage.get(i) instanceof Step.Gather gather
                        && stage.stream().skip(i + 1L).noneMatch(step -> takes(step, Collected.class))) {
                    problems.add(
                            type,
                            "no step takes what the collector \"%s\" has gathered: add one with a Collected.",
                            gather.name());
                }
            }
        }
        found.stages().stream()
                .flatMap(List::stream)
                .filter(Step.Call.class::isInstance)
                .flatMap(step -> step.calls().stream())
                .filter(call -> call.parameters().stream().anyMatch(StepParameter.Result.class::isInstance))
                .forEach(call -> problems.add(call.method(), "@Gathered is for methods of a collector."));
    }

    /** Whether a method hands on a promise of a value, which is not a value. */
    private static boolean isPromise(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                || Future.class.isAssignableFrom(method.getReturnType())
                || Types.raw(method.getGenericReturnType()).getName().startsWith("java.util.concurrent.Flow$");
    }
}
