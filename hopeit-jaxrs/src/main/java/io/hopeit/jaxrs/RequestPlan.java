package io.hopeit.jaxrs;

import io.hopeit.jaxrs.RequestParameter.Kind;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.ResultTypes;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * What is the same for all requests to an endpoint. It is worked out once, as asking annotations and types for it took
 * longer than most events do.
 *
 * @param endpoint the event as a client sees it
 * @param tracks the headers of its track ids
 * @param payload what the body is read as, if the event has a payload
 * @param values what its parameters need, in order
 * @param singles the parts of the query that are there once
 * @param limits of its bodies
 * @param isJson whether its results are sent as JSON
 * @param results what they are declared as
 * @param corsOrigins whose pages may call it
 */
record RequestPlan(
        HttpEndpoint endpoint,
        TrackIdHeaders tracks,
        Optional<Payload> payload,
        List<Value> values,
        List<String> singles,
        MultipartLimits limits,
        boolean isJson,
        ResultTypes results,
        List<String> corsOrigins) {

    /** The type of a payload, and whether it is one of hopeit's {@link Atomic} ones. */
    record Payload(Type type, boolean isAtomic) {
        static Payload of(Parameter parameter) {
            var type = parameter.getParameterizedType();
            return new Payload(type, Atomic.isAtomic(type));
        }
    }

    /** A parameter, and what has to be known for its value. */
    record Value(RequestParameter parameter, boolean isRequired, boolean isOptional, boolean isBound) {
        static Value of(RequestParameter parameter) {
            return new Value(parameter, parameter.isRequired(), parameter.isOptional(), parameter.isBound());
        }
    }

    static RequestPlan of(HttpEndpoint endpoint, EventCatalogue catalogue) {
        return new RequestPlan(
                endpoint,
                TrackIdHeaders.of(endpoint.event().id(), catalogue.trackHeaders()),
                endpoint.body().map(Payload::of),
                endpoint.parameters().stream().map(Value::of).toList(),
                endpoint.parameters().stream()
                        .filter(parameter -> parameter.kind() == Kind.QUERY && !parameter.isCollection())
                        .map(RequestParameter::name)
                        .toList(),
                MultipartLimits.of(endpoint.event().settings()),
                EventReply.isJson(endpoint.produces()),
                ResultTypes.of(endpoint.event().flow()),
                corsOrigins(endpoint.event(), catalogue));
    }

    private static List<String> corsOrigins(EventDefinition event, EventCatalogue catalogue) {
        return catalogue.apps().stream()
                .filter(definition -> definition.app().equals(event.app()))
                .map(AppDefinition::settings)
                .findFirst()
                .orElseGet(() -> catalogue.apps().getFirst().settings())
                .corsOrigins();
    }

    EventDefinition event() {
        return endpoint.event();
    }

    /** What a result is sent as. */
    MediaType produces() {
        return endpoint.produces();
    }

    /** Whether requests have a body that may break off. */
    boolean hasBody() {
        return endpoint.trigger().method().hasBody();
    }
}
