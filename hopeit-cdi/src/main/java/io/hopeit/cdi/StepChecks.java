package io.hopeit.cdi;

import io.hopeit.spi.FromTrigger;
import io.hopeit.spi.FromTrigger.Place;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes what is wrong with steps and hooks, each by itself and in their order. */
record StepChecks(Class<?> type, Triggered trigger, StepScanner.Found found, Problems problems) {

    void check() {
        checkHooks();
        found.stages().stream()
                .flatMap(List::stream)
                .flatMap(step -> step.calls().stream())
                .forEach(call -> checkCall(call, Optional.empty()));
        if (trigger instanceof Triggered.Http) {
            found.stages().stream().skip(1).flatMap(List::stream).forEach(this::checkAfterShuffle);
        }
        new FlowChecks(type, trigger, found, problems).check();
    }

    private void checkAfterShuffle(Step step) {
        step.calls().forEach(call -> call.requestParameters()
                .forEach(parameter -> reportNoRequest(call.method(), parameter, "this step runs after SHUFFLE")));
    }

    private void checkHooks() {
        found.preprocess().ifPresent(hook -> checkHook(hook, Place.PREPROCESS));
        found.postprocess().ifPresent(hook -> checkHook(hook, Place.POSTPROCESS));
        boolean isService = trigger instanceof Triggered.Service;
        if (isService && found.source().isEmpty()) {
            problems.add(
                    type,
                    "has no method with @Service, which makes the values of a service: add one that returns a Stream.");
        }
        found.source().ifPresent(source -> {
            checkCall(source, Optional.of(Place.SERVICE));
            if (!isService && !(trigger instanceof Triggered.Read)) {
                problems.add(
                        source.method(),
                        "@Service is for events that are services or read a stream: take it off, or change the trigger.");
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
            problems.add(hook.method(), "needs a request, but this event %s: make it a step.", trigger.kind());
        }
        if (hook.spawns()) {
            problems.addSignature(
                    hook.method(), "returns a Stream, but there is one request and one response: return one value.");
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
                    "%s is for methods with %s: take it as a parameter there.",
                    parameter.getType().getSimpleName(),
                    Arrays.stream(from.value())
                            .map(p -> "@" + p.name().charAt(0)
                                    + p.name().substring(1).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" or ")));
        }
    }

    private void reportNoRequest(Method method, Parameter parameter, String because) {
        RequestAnnotations.find(parameter)
                .ifPresent(annotation -> problems.addSignature(
                        method,
                        "@%s needs a request, but %s: take the value from the payload.",
                        annotation.annotationType().getSimpleName(),
                        because));
    }

    /** Whether a method hands on a promise of a value, which is not a value. */
    private static boolean isPromise(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                || Future.class.isAssignableFrom(method.getReturnType())
                || Types.raw(method.getGenericReturnType()).getName().startsWith("java.util.concurrent.Flow$");
    }
}
