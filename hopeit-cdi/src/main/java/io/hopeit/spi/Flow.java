package io.hopeit.spi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an event does.
 *
 * {@snippet :
 * void print(EventDefinition event) {
 *     Flow flow = event.flow();
 *     flow.preprocess().ifPresent(hook -> out.println("first " + hook.name()));
 *     flow.steps().forEach(step -> out.println("then " + step.name()));
 * }
 * }
 *
 * @param source makes the values that the steps work on, in a service
 * @param preprocess sees a request before the steps do
 * @param steps in order; only a service may have none
 * @param postprocess makes the response of a result
 */
public record Flow(
        Optional<Step.Call> source, Optional<Step.Call> preprocess, List<Step> steps, Optional<Step.Call> postprocess) {
    public Flow {
        steps = List.copyOf(steps);
    }

    /** Steps and nothing else. */
    public static Flow of(List<Step> steps) {
        return new Flow(Optional.empty(), Optional.empty(), steps, Optional.empty());
    }

    /** What the payload of a request or message comes to first: not a hook that neither takes nor returns one. */
    public Step first() {
        return preprocess
                .<Step>map(hook -> hook)
                .filter(hook -> hook.payload().isPresent() || hook.resultType() != void.class)
                .orElseGet(steps::getFirst);
    }

    /** All methods that run, each once: what comes before the steps first. */
    public Stream<Step.Call> calls() {
        return Stream.of(
                        source.stream(),
                        preprocess.stream(),
                        steps.stream().flatMap(step -> step.calls().stream()),
                        postprocess.stream())
                .flatMap(calls -> calls);
    }
}
