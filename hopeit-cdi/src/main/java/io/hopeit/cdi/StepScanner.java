package io.hopeit.cdi;

import static java.util.function.Function.identity;

import io.hopeit.Collector;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.Service;
import io.hopeit.Steps;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the step methods of one event class, in order, and what goes around them; notes what is wrong with them. */
final class StepScanner {
    private static final int MOST_STEPS = 1000;

    private final AnnotatedType<?> type;
    private final Triggered trigger;
    private final Problems problems;
    private final StepMethods methods;
    private final Map<String, Collector> collectors;
    private final Set<String> seen = new HashSet<>();

    StepScanner(AnnotatedType<?> type, Triggered trigger, Problems problems) {
        this.type = type;
        this.trigger = trigger;
        this.problems = problems;
        this.methods = StepMethods.of(type, problems);
        this.collectors = type.getAnnotations(Collector.class).stream()
                .collect(Collectors.toMap(Collector::name, identity(), (first, second) -> first));
    }

    /** What was found; {@code stages} are the steps between two SHUFFLEs. */
    record Found(
            Optional<Step.Call> source,
            Optional<Step.Call> preprocess,
            List<List<Step>> stages,
            Optional<Step.Call> postprocess) {}

    Found scan() {
        var source = methods.hook(Service.class);
        var found = new Found(source, methods.hook(Preprocess.class), stages(), methods.hook(Postprocess.class));
        checkCollectors();
        new StepChecks(type.getJavaClass(), trigger, found, problems).check();
        return found;
    }

    private List<List<Step>> stages() {
        var named = type.getAnnotation(Steps.class);
        if (named == null) {
            return List.of(onlyStep());
        }
        if (named.value().length == 0) {
            problems.add(
                    type.getJavaClass(),
                    "@Steps names no step: name the methods in order, or leave it out where there is one.");
        }
        if (named.value().length > MOST_STEPS) {
            problems.add(
                    type.getJavaClass(),
                    "@Steps names more than %d steps: make two events of it, joined by a stream.",
                    MOST_STEPS);
        }
        return split(named.value());
    }

    private List<List<Step>> split(String[] names) {
        var stages = new ArrayList<List<Step>>();
        var stage = new ArrayList<Step>();
        boolean empty = true;
        for (String name : names) {
            if (name.equals(Steps.SHUFFLE)) {
                reportEmpty(empty);
                stages.add(List.copyOf(stage));
                stage.clear();
                empty = true;
            } else {
                step(name).ifPresent(stage::add);
                empty = false;
            }
        }
        reportEmpty(empty && !stages.isEmpty());
        stages.add(List.copyOf(stage));
        return stages;
    }

    private void reportEmpty(boolean empty) {
        if (empty) {
            problems.add(type.getJavaClass(), "@Steps has no step before or after a SHUFFLE; it stands between steps.");
        }
    }

    private Optional<Step> step(String name) {
        if (!seen.add(name)) {
            problems.add(
                    type.getJavaClass(),
                    "@Steps names \"%s\" twice: a value passes each step at most once, so name it once.",
                    name);
            return Optional.empty();
        }
        var collector = collectors.get(name);
        return collector == null
                ? methods.named(name, "@Steps", collectors.keySet()).map(call -> call)
                : new CollectorScanner(type.getJavaClass(), methods, problems).step(collector);
    }

    private List<Step> onlyStep() {
        var candidates = methods.candidates();
        if (candidates.size() == 1) {
            return methods.call(candidates.getFirst()).<Step>map(call -> call).stream()
                    .toList();
        }
        if (candidates.isEmpty() && !(trigger instanceof Triggered.Service)) {
            problems.add(type.getJavaClass(), "has no step: add a method that is not private or static.");
        } else if (!candidates.isEmpty()) {
            problems.add(
                    type.getJavaClass(),
                    "has %d methods that could be steps (%s): put them in order with @Steps.",
                    candidates.size(),
                    candidates.stream().map(StepMethods::name).sorted().collect(Collectors.joining(", ")));
        }
        return List.of();
    }

    /** A name says which collector it is, and one that nothing names does nothing. */
    private void checkCollectors() {
        for (String name : collectors.keySet()) {
            long same = type.getAnnotations(Collector.class).stream()
                    .filter(collector -> collector.name().equals(name))
                    .count();
            if (same > 1) {
                problems.add(
                        type.getJavaClass(),
                        "has %d collectors named \"%s\"; give each a name of its own.",
                        same,
                        name);
            }
            if (methods.has(name)) {
                problems.add(
                        type.getJavaClass(),
                        "the collector \"%s\" has the name of a method; give it a name of its own.",
                        name);
            }
            if (!seen.contains(name)) {
                problems.add(
                        type.getJavaClass(),
                        "@Steps does not name the collector \"%s\": name it where it is to run, or take it away.",
                        name);
            }
        }
    }
}
