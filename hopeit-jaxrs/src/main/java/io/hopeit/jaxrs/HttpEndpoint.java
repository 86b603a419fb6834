package io.hopeit.jaxrs;

import io.hopeit.jaxrs.RequestParameter.Kind;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Flow;
import io.hopeit.spi.Trigger;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

    /** Whether it needs the body of a request: for its payload, its form, or to see it as it came. */
    boolean readsBody() {
        return trigger.method().hasBody()
                && (body.isPresent()
                        || trigger.multipart()
                        || event.flow().preprocess().isPresent());
    }

    /** Those that a server fills. */
    List<RequestParameter> boundParameters() {
        return parameters.stream()
                .filter(parameter -> parameter.kind() != Kind.FORM)
                .toList();
    }

    /** What requests may send. */
    MediaType consumes() {
        if (trigger.multipart()) {
            return MediaType.MULTIPART_FORM_DATA_TYPE;
        }
        return body.isPresent() ? MediaType.APPLICATION_JSON_TYPE : MediaType.WILDCARD_TYPE;
    }

    /** What a result is sent as: what {@link Produces} on the event's class says first, or JSON. */
    MediaType produces() {
        var produces = event.beanClass().getAnnotation(Produces.class);
        return produces == null || produces.value().length == 0
                ? MediaType.APPLICATION_JSON_TYPE
                : MediaType.valueOf(produces.value()[0]);
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
