package io.hopeit.cdi;

import io.hopeit.Collected;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Notes what is wrong with the way of values through steps: who makes what they work on, and who takes what they return. */
record FlowChecks(Class<?> type, Triggered trigger, StepScanner.Found found, Problems problems) {

    /** Each step must be able to get its payload: from outside, or from what runs before it. */
    void check() {
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
            before = new ArrayList<>(stage);
        }
        checkPostprocess();
        checkBorders();
        checkCollected();
        checkGathered();
    }

    /** A result that is not of its payload's type passes it by, so there has to be another. */
    private void checkPostprocess() {
        var before = found.stages().getFirst();
        found.postprocess()
                .filter(hook -> !before.isEmpty())
                .filter(hook -> hook.payload().filter(Types::isNullable).isEmpty())
                .ifPresent(hook -> checkReachable(hook, before, false));
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
        boolean produced = takers(payload, before).anyMatch(Optional::isEmpty);
        boolean received = fromMessage
                && before.stream()
                        .flatMap(step -> step.payloadType().stream())
                        .noneMatch(earlier -> isAssignable(payload, earlier));
        return produced || received;
    }

    /** For each value that one of these steps hands on and that may be this payload: who takes it before, if anybody does. */
    private Stream<Optional<Step>> takers(Type payload, List<Step> before) {
        var hooks = entry();
        return IntStream.range(0, before.size())
                .boxed()
                .filter(i -> handsOn(before.get(i)) != void.class)
                .flatMap(i -> Types.permitted(handsOn(before.get(i)))
                        .filter(each -> Types.mayBe(each, payload))
                        .map(each -> before.stream()
                                .skip(i + 1L)
                                .filter(step -> !hooks.contains(step))
                                .filter(step -> takesEach(step, each, payload))
                                .findFirst()));
    }

    /** Whether a step takes each value of this type which is such a payload. */
    private static boolean takesEach(Step step, Type result, Type payload) {
        var value = isAssignable(payload, result) ? payload : result;
        return step.payloadType().filter(taken -> isAssignable(value, taken)).isPresent();
    }

    private static boolean isAssignable(Type value, Type to) {
        return Types.boxed(Types.raw(to)).isAssignableFrom(Types.boxed(Types.raw(value)));
    }

    private void reportNoMessage(Step step, String what) {
        problems.addSignature(
                step.method(), "takes no payload, but %s receives the message: make it the first parameter.", what);
    }

    private void reportUnreachable(Step step, Type payload, List<Step> before) {
        if (before.isEmpty()) {
            problems.addSignature(
                    step.method(),
                    "receives %s, but this event %s: its first step takes no payload; inject a bean into a field.",
                    Types.display(payload),
                    trigger.kind());
            return;
        }
        var taker = takers(payload, before).flatMap(Optional::stream).findFirst();
        if (taker.isPresent()) {
            problems.addSignature(
                    step.method(),
                    "never gets %s, as the step \"%s\" before it takes each one: return it from there, or put this step "
                            + "before that.",
                    Types.display(payload),
                    taker.get().name());
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

    /** What leaves a stage must be taken by a step of the next. */
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
            for (int j = 0; j < before.size(); j++) {
                checkLeaves(
                        before.get(j),
                        Stream.concat(before.stream().skip(j + 1L), after.stream())
                                .toList());
            }
        }
    }

    private void checkLeaves(Step step, List<Step> later) {
        Types.permitted(step.resultType())
                .filter(result -> result != Collected.class && Types.raw(result) != Void.class)
                .filter(result -> later.stream().noneMatch(next -> takes(next, result)))
                .forEach(result -> problems.addSignature(
                        step.method(),
                        "returns %s, which no step after the SHUFFLE takes: add one that does.",
                        Types.display(result)));
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
                            "no step takes what the collector \"%s\" has gathered: add one with a Collected after it%s.",
                            gather.name(),
                            stage.equals(found.stages().getLast()) ? "" : ", before a SHUFFLE");
                }
            }
        }
    }

    private void checkGathered() {
        var hooks = Stream.of(found.source(), found.preprocess(), found.postprocess())
                .flatMap(Optional::stream);
        var steps = found.stages().stream()
                .flatMap(List::stream)
                .filter(Step.Call.class::isInstance)
                .flatMap(step -> step.calls().stream());
        Stream.concat(hooks, steps)
                .filter(call -> !call.waitsFor().isEmpty())
                .forEach(call -> problems.add(
                        call.method(), "@Gathered is for methods of a collector: name this one in a @Collector."));
    }
}
