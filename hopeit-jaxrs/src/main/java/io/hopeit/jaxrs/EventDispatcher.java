package io.hopeit.jaxrs;

import io.hopeit.EventContext;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventRunner;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a request, as a server has bound and validated it, to the runner, and the result back. */
@ApplicationScoped
class EventDispatcher {
    @Inject
    EventCatalogue catalogue;

    @Inject
    EventRunner runner;

    @Inject
    RequestValidation validation;

    private final Map<String, HttpEndpoint> endpoints = new HashMap<>();

    @PostConstruct
    void readCatalogue() {
        catalogue.events().stream()
                .flatMap(event -> HttpEndpoint.of(event).stream())
                .forEach(endpoint -> endpoints.put(endpoint.event().id().key(), endpoint));
    }

    HttpEndpoint endpoint(String event) {
        var endpoint = endpoints.get(event);
        if (endpoint == null) {
            throw new IllegalArgumentException("no event is named " + event);
        }
        return endpoint;
    }

    /** {@code arguments} are the payload, if the event has one, its parameters, and an {@link Exchange}. */
    Response dispatch(EventResource resource, String event, @Nullable Object[] arguments) throws Exception {
        var endpoint = endpoint(event);
        var exchange = Exchange.of(arguments);
        @Nullable Object[] values = Arrays.copyOf(arguments, arguments.length - Exchange.TYPES.size());
        int first = endpoint.body().isPresent() ? 1 : 0;
        if (first == 1) {
            values[0] = payload(values[0]);
        }
        checkPresent(endpoint, first, values);
        validation.check(resource, values);
        try {
            var result = runner.run(
                    endpoint.event(),
                    first == 1 ? values[0] : null,
                    parameter -> value(endpoint, parameter, values[first + endpoint.indexOf(parameter)]),
                    context(endpoint.event(), exchange));
            return reply(endpoint.event().name(), result);
        } finally {
            // a step may leave the flag set, and the server's thread goes on to other requests
            Thread.interrupted();
        }
    }

    private static Object payload(@Nullable Object body) {
        if (body instanceof EventPayload payload) {
            return payload.value();
        }
        throw RequestException.badRequest("", "is empty, but JSON is needed");
    }

    private static void checkPresent(HttpEndpoint endpoint, int first, @Nullable Object[] values) {
        for (int i = 0; i < endpoint.parameters().size(); i++) {
            var parameter = endpoint.parameters().get(i);
            if (values[first + i] == null && parameter.isRequired()) {
                throw RequestException.badRequest(parameter.name(), "is required");
            }
        }
    }

    private static @Nullable Object value(HttpEndpoint endpoint, Parameter parameter, @Nullable Object value) {
        return endpoint.parameters().get(endpoint.indexOf(parameter)).isOptional() ? Optional.ofNullable(value) : value;
    }

    private EventContext context(EventDefinition event, Exchange exchange) {
        var identity = Identities.of(exchange.security());
        return new RequestContexts(catalogue).of(event, exchange.headers().getRequestHeaders(), identity);
    }

    /** hopeit's bodies: {@code null}, atomic values in an object with the event's name, all else as it is. */
    private static Response reply(String event, @Nullable Object result) {
        var body = result != null && Atomic.isAtomic(result.getClass()) ? Map.of(event, result) : result;
        var declared = result == null ? null : result.getClass().getAnnotation(ResponseStatus.class);
        int status = declared == null ? 200 : declared.value();
        if (!Bodies.isAllowed(status)) {
            return Response.status(status).build();
        }
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new JsonBody(body))
                .build();
    }
}
