package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sends types through the steps of an event, as values go: to the first step further on that takes them. A value of a
 * declared type may go to a step that takes a subclass of it, or past it. Those that pass all steps are results.
 */
final class ResultFlow {
    private static final int NO_STEP = -1;

    private final List<Step> steps;
    private final Schemas schemas;
    private final BitSet reached = new BitSet();
    private final Set<JavaType> ends = new LinkedHashSet<>();
    private boolean nothing;

    /** Where values of a type go first, and how they are answered when they go nowhere. */
    private record Route(int step, int status) {}

    private ResultFlow(List<Step> steps, Schemas schemas) {
        this.steps = steps;
        this.schemas = schemas;
    }

    static PossibleResults results(EventDefinition event, boolean hasBody, Schemas schemas) {
        var flow = new ResultFlow(event.steps(), schemas);
        var payload = event.flow().first().payloadType().filter(type -> hasBody);
        payload.ifPresentOrElse(type -> flow.send(schemas.type(type), 0), () -> flow.sendNothing(0));
        return new PossibleResults(List.copyOf(flow.ends), flow.nothing);
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
            if (steps.get(i)
                    .payloadType()
                    .filter(payload -> Types.mayBe(type.getRawClass(), payload))
                    .isPresent()) {
                return new Route(i, 0);
            }
        }
        return new Route(NO_STEP, PossibleResults.status(type));
    }

    private void sendOne(JavaType type, int from) {
        var given = Types.boxed(type.getRawClass());
        for (int i = from; i < steps.size(); i++) {
            var wanted = steps.get(i).payloadType().map(Types::raw).<Class<?>>map(Types::boxed);
            if (wanted.isPresent() && Types.mayBe(given, wanted.get())) {
                run(i);
                if (wanted.get().isAssignableFrom(given)) {
                    return;
                }
            }
        }
        ends.add(type);
    }

    private void sendNothing(int from) {
        for (int i = from; i < steps.size(); i++) {
            if (steps.get(i).payloadType().isEmpty()) {
                run(i);
                return;
            }
        }
        nothing = true;
    }

    private void run(int index) {
        if (reached.get(index)) {
            return;
        }
        reached.set(index);
        var step = steps.get(index);
        boolean isVoid = Types.boxed(Types.raw(step.resultType())) == Void.class;
        if (isVoid || mayBeNull(step.method())) {
            sendNothing(index + 1);
        }
        if (!isVoid) {
            nothing |= step.spawns();
            send(schemas.type(step.resultType()), index + 1);
        }
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
