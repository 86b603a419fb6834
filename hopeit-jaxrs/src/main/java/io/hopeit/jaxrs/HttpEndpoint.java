package io.hopeit.jaxrs;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Parameter;
import java.util.HashMap;
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
 * @param indexes where the value for a parameter of its steps is among them
 * @param produces what a result is sent as
 */
record HttpEndpoint(
        EventDefinition event,
        Trigger.Http trigger,
        Optional<Parameter> body,
        List<RequestParameter> parameters,
        Map<Parameter, Integer> indexes,
        MediaType produces) {

    static Optional<HttpEndpoint> of(EventDefinition event) {
        return event.trigger() instanceof Trigger.Http http ? Optional.of(of(event, http)) : Optional.empty();
    }

    private static HttpEndpoint of(EventDefinition event, Trigger.Http http) {
        var all = event.flow()
                .calls()
                .flatMap(call -> call.requestParameters().stream())
                .flatMap(parameter -> RequestParameter.of(parameter).stream())
                .toList();
        Map<String, RequestParameter> byKey = new LinkedHashMap<>();
        all.forEach(parameter -> byKey.putIfAbsent(parameter.key(), parameter));
        var keys = List.copyOf(byKey.keySet());
        Map<Parameter, Integer> indexes = new HashMap<>();
        all.forEach(parameter -> indexes.put(parameter.parameter(), keys.indexOf(parameter.key())));
        return new HttpEndpoint(
                event,
                http,
                event.flow().first().payload(),
                List.copyOf(byKey.values()),
                Map.copyOf(indexes),
                MediaType.valueOf(Bodies.produced(event)));
    }

    /** Whether it needs the body of a request: for its payload, its form, or to see it as it came. */
    boolean readsBody() {
        return trigger.method().hasBody()
                && (body.isPresent()
                        || trigger.multipart()
                        || event.flow().preprocess().isPresent());
    }

    /** Those that a server fills. */
    List<RequestParameter> boundParameters() {
        return parameters.stream().filter(RequestParameter::isBound).toList();
    }

    /** What requests may send. */
    MediaType consumes() {
        if (trigger.multipart()) {
            return MediaType.MULTIPART_FORM_DATA_TYPE;
        }
        return body.isPresent() ? MediaType.APPLICATION_JSON_TYPE : MediaType.WILDCARD_TYPE;
    }

    /** Where the value for a step's parameter is among the values of {@link #parameters()}. */
    int indexOf(Parameter parameter) {
        var index = indexes.get(parameter);
        if (index == null) {
            throw new IllegalArgumentException("not a parameter of " + event.name() + ": " + parameter);
        }
        return index;
    }
}
