package io.hopeit.cdi;

import io.hopeit.Collector;
import io.hopeit.config.Nearest;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes steps of collectors, and notes what is wrong with them. */
record CollectorScanner(Class<?> type, StepMethods methods, Problems problems) {

    Optional<Step> step(Collector collector) {
        int before = problems.count();
        var calls = calls(collector);
        if (calls.isEmpty() && problems.count() == before) {
            problems.add(type, "the collector \"%s\" gathers nothing; name its methods.", collector.name());
        }
        calls.forEach(call -> checkCall(collector, call, calls));
        checkPayloads(collector, calls);
        checkCircle(collector, calls);
        return problems.count() > before ? Optional.empty() : Optional.of(new Step.Gather(collector.name(), calls));
    }

    private List<Step.Call> calls(Collector collector) {
        if (Arrays.stream(collector.gather()).distinct().count() < collector.gather().length) {
            problems.add(type, "the collector \"%s\" gathers a method twice; name each once.", collector.name());
        }
        return Arrays.stream(collector.gather())
                .distinct()
                .flatMap(name -> methods.named(name, "@Collector \"" + collector.name() + "\"").stream())
                .toList();
    }

    private void checkCall(Collector collector, Step.Call call, List<Step.Call> calls) {
        if (call.spawns() || call.resultType() == void.class) {
            problems.addSignature(
                    call.method(),
                    "returns %s, but a method of a collector returns one value.",
                    Types.display(call.method().getGenericReturnType()));
        }
        call.results().forEach(result -> checkResult(collector, call, result, calls));
    }

    private void checkResult(Collector collector, Step.Call call, StepParameter.Result result, List<Step.Call> calls) {
        var other = calls.stream().filter(c -> c.name().equals(result.method())).findFirst();
        if (other.isEmpty()) {
            problems.addSignature(
                    call.method(),
                    "@Gathered(\"%s\") is no method of the collector \"%s\", which gathers %s.%s",
                    result.method(),
                    collector.name(),
                    names(calls),
                    Nearest.hint(result.method(), calls.stream().map(Step.Call::name)));
            return;
        }
        var wanted = Types.element(result.parameter().getParameterizedType());
        var given = other.get().resultType();
        if (!Types.mayBe(given, wanted)) {
            problems.addSignature(
                    call.method(),
                    "@Gathered(\"%s\") is %s, but %s returns %s: give both the same type.",
                    result.method(),
                    Types.display(wanted),
                    result.method(),
                    Types.display(given));
        }
    }

    private void checkPayloads(Collector collector, List<Step.Call> calls) {
        var payloads = calls.stream()
                .flatMap(call -> call.payloadType().stream())
                .map(Types::display)
                .distinct()
                .toList();
        if (payloads.size() > 1) {
            problems.add(
                    type,
                    "the methods of the collector \"%s\" have payloads of several types, %s: they all get the same one, so give them one type.",
                    collector.name(),
                    String.join(" and ", payloads));
        }
    }

    private void checkCircle(Collector collector, List<Step.Call> calls) {
        var waiting = calls;
        var still = waitingForEachOther(waiting);
        while (still.size() < waiting.size()) {
            waiting = still;
            still = waitingForEachOther(waiting);
        }
        if (!waiting.isEmpty()) {
            problems.add(
                    type,
                    "the collector \"%s\" goes in a circle: %s wait for each other: let one of them not wait.",
                    collector.name(),
                    names(waiting));
        }
    }

    /** Those that wait for one of them. */
    private static List<Step.Call> waitingForEachOther(List<Step.Call> calls) {
        return calls.stream()
                .filter(call -> calls.stream().anyMatch(other -> call.waitsFor().contains(other.name())))
                .toList();
    }

    private static String names(List<Step.Call> calls) {
        return calls.stream().map(Step.Call::name).collect(Collectors.joining(", "));
    }
}
