package io.hopeit.jaxrs;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Flow;
import io.hopeit.spi.Trigger;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a client sees it.
 *
 * @param event the event
 * @param trigger its method and path
 * @param body the parameter of the first step that the request's body is read for
 * @param parameters what its steps take from the request, each part once
 */
record HttpEndpoint(
        EventDefinition event, Trigger.Http trigger, Optional<Parameter> body, List<RequestParameter> parameters) {

    static Optional<HttpEndpoint> of(EventDefinition event) {
        return event.trigger() instanceof Trigger.Http http
                ? Optional.of(new HttpEndpoint(event, http, event.flow().first().payload(), parameters(event.flow())))
                : Optional.empty();
    }

    private static List<RequestParameter> parameters(Flow flow) {
        Map<String, RequestParameter> byKey = new LinkedHashMap<>();
        flow.calls()
                .flatMap(call -> call.requestParameters().stream())
                .flatMap(parameter -> RequestParameter.of(parameter).stream())
                .forEach(parameter -> byKey.putIfAbsent(parameter.key(), parameter));
        return List.copyOf(byKey.values());
    }

    /** Where the value for a step's parameter is among the values of {@link #parameters()}. */
    int indexOf(Parameter parameter) {
        var key = RequestParameter.of(parameter).orElseThrow().key();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not a parameter of " + event.name() + ": " + parameter);
    }
}
