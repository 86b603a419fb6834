package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Flow;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Sends types through the methods of an event, as values go: from {@code @Preprocess} to the first step further on that
 * takes them, and past all steps to {@code @Postprocess}. A value of a declared type may go to a step that takes a
 * subclass of it, or past it. Those that no method takes are results.
 */
final class ResultFlow {
    private static final int NO_STEP = -1;

    private final Flow flow;
    private final List<Step> steps;
    private final Schemas schemas;
    private final BitSet reached = new BitSet();
    private final PossibleResults results = new PossibleResults();

    /** Where values of a type go first, and how they are answered when they go nowhere. */
    private record Route(int step, int status) {}

    private ResultFlow(Flow flow, Schemas schemas) {
        this.flow = flow;
        this.steps = flow.steps();
        this.schemas = schemas;
    }

    static PossibleResults results(EventDefinition event, boolean hasBody, Schemas schemas) {
        var flow = new ResultFlow(event.flow(), schemas);
        flow.enter(hasBody);
        return flow.results;
    }

    /** A preprocess method that returns nothing leaves the payload as it is. */
    private void enter(boolean hasBody) {
        var preprocess = flow.preprocess().filter(hook -> !isVoid(hook));
        if (preprocess.isPresent()) {
            handOn(preprocess.get(), 0);
            return;
        }
        var payload = flow.first().payloadType().filter(type -> hasBody);
        payload.ifPresentOrElse(type -> send(schemas.type(type), 0), () -> sendNothing(0));
    }

    private void send(JavaType type, int from) {
        alternatives(type, from).forEach(alternative -> sendOne(alternative, from));
    }

    /** A type is taken apart when its alternatives part company, or any of them goes on. */
    private List<JavaType> alternatives(JavaType type, int from) {
        var alternatives = schemas.alternatives(type);
        var routes = alternatives.stream()
                .map(alternative -> route(alternative, from))
                .distinct()
                .toList();
        boolean end = routes.equals(List.of(new Route(NO_STEP, PossibleResults.status(type))));
        return alternatives.isEmpty() || end ? List.of(type) : alternatives;
    }

    private Route route(JavaType type, int from) {
        for (int i = from; i < steps.size(); i++) {
            if (mayTake(steps.get(i), type)) {
                return new Route(i, 0);
            }
        }
        boolean isAnswered =
                flow.postprocess().filter(hook -> mayTake(hook, type)).isPresent();
        return new Route(isAnswered ? steps.size() : NO_STEP, PossibleResults.status(type));
    }

    private void sendOne(JavaType type, int from) {
        for (int i = from; i < steps.size(); i++) {
            if (mayTake(steps.get(i), type)) {
                run(i);
                if (takesAll(steps.get(i), type)) {
                    return;
                }
            }
        }
        // what no step takes at first is what a preprocess method has answered with
        if (from > 0) {
            end(type);
        }
    }

    private static boolean mayTake(Step step, JavaType type) {
        return step.payloadType()
                .filter(payload -> Types.mayBe(type.getRawClass(), payload))
                .isPresent();
    }

    private static boolean takesAll(Step step, JavaType type) {
        var given = Types.boxed(type.getRawClass());
        return step.payloadType().map(Types::raw).map(Types::boxed).stream()
                .anyMatch(wanted -> wanted.isAssignableFrom(given));
    }

    private void sendNothing(int from) {
        for (int i = from; i < steps.size(); i++) {
            if (steps.get(i).payloadType().isEmpty()) {
                run(i);
                return;
            }
        }
        endWithNothing();
    }

    private void run(int index) {
        if (!reached.get(index)) {
            reached.set(index);
            handOn(steps.get(index), index + 1);
        }
    }

    private void handOn(Step step, int next) {
        if (mayReturnNothing(step)) {
            sendNothing(next);
        }
        if (step.spawns()) {
            endWithNothing();
        }
        if (!isVoid(step)) {
            send(schemas.type(step.resultType()), next);
        }
    }

    /** A postprocess method without a payload is there for all results. */
    private void end(JavaType type) {
        var hook = flow.postprocess();
        if (hook.isPresent() && (hook.get().payload().isEmpty() || mayTake(hook.get(), type))) {
            answer(hook.get(), PossibleResults.declared(type));
            if (hook.get().payload().isEmpty() || takesAll(hook.get(), type)) {
                return;
            }
        }
        results.add(PossibleResults.status(type), List.of(type));
    }

    private void endWithNothing() {
        flow.postprocess()
                .filter(hook -> hook.payload().map(Types::isNullable).orElse(true))
                .ifPresentOrElse(
                        hook -> answer(hook, OptionalInt.empty()), () -> results.addNothing(PossibleResults.OK));
    }

    /** The status is that of the event's result, or else that of what the method returns. */
    private void answer(Step.Call hook, OptionalInt status) {
        if (mayReturnNothing(hook)) {
            results.addNothing(status.orElse(PossibleResults.OK));
        }
        if (!isVoid(hook)) {
            answers(hook.resultType(), status)
                    .forEach(type -> results.add(status.orElse(PossibleResults.status(type)), List.of(type)));
        }
    }

    private List<JavaType> answers(Type result, OptionalInt status) {
        var type = schemas.type(result);
        var alternatives = schemas.alternatives(type);
        boolean isApart = status.isEmpty()
                && alternatives.stream()
                        .mapToInt(PossibleResults::status)
                        .anyMatch(s -> s != PossibleResults.status(type));
        return isApart ? alternatives : List.of(type);
    }

    private static boolean isVoid(Step step) {
        return Types.boxed(Types.raw(step.resultType())) == Void.class;
    }

    /** What a collector has gathered is always there. */
    private static boolean mayReturnNothing(Step step) {
        return isVoid(step) || (step instanceof Step.Call call && mayBeNull(call.method()));
    }

    private static boolean mayBeNull(Method method) {
        return method.getReturnType() == Optional.class
                || Stream.of(
                                method.getAnnotations(),
                                method.getAnnotatedReturnType().getAnnotations())
                        .flatMap(Arrays::stream)
                        .anyMatch(Types::isNullable);
    }
}
