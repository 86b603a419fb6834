package io.hopeit.jaxrs;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.Json;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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
    AppTime time;

    @Inject
    EventRunner runner;

    @Inject
    RequestValidation validation;

    @Inject
    Json json;

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

    /** The body of a request to this endpoint, as it comes in. */
    RequestBody body(HttpEndpoint endpoint, InputStream in) {
        return new RequestBody(in, MultipartLimits.of(endpoint.event().settings()), json);
    }

    /** {@code arguments} are the body, if the endpoint reads it, its parameters, and an {@link Exchange}. */
    Response dispatch(EventResource resource, String event, @Nullable Object[] arguments) throws Exception {
        var endpoint = endpoint(event);
        try (var call = call(endpoint, arguments)) {
            call.complete();
            validation.check(resource, call.checked());
            return run(endpoint, call);
        } finally {
            // a step may leave the flag set, and the server's thread goes on to other requests
            Thread.interrupted();
        }
    }

    private EventCall call(HttpEndpoint endpoint, @Nullable Object[] arguments) {
        var exchange = Exchange.of(arguments);
        var body = body(endpoint, InputStream.nullInputStream());
        Object payload = null;
        int first = 0;
        if (endpoint.readsBody()) {
            if (arguments[first++] instanceof EventPayload sent) {
                payload = sent.value();
                body = sent.body();
            } else if (endpoint.body().isPresent()) {
                throw RequestException.badRequest("", "is empty, but JSON is needed");
            }
        }
        var values = Arrays.copyOfRange(arguments, first, arguments.length - Exchange.TYPES.size());
        exchange.checkQuery(endpoint.parameters());
        var identity = Identities.of(exchange.security());
        var context = new RequestContexts(catalogue, time)
                .of(endpoint.event(), exchange.headers().getRequestHeaders(), identity);
        return EventCall.of(endpoint, payload, values, exchange.request(body), context);
    }

    private Response run(HttpEndpoint endpoint, EventCall call) throws Exception {
        var event = endpoint.event();
        var payload = call.payload();
        if (event.flow().preprocess().isPresent()) {
            var hook = event.flow().preprocess().get();
            var result = plain(runner.call(event, hook, payload, call, call.context()));
            if (call.request().isAnswered()) {
                call.response().setStatus(call.request().status().orElseThrow());
                return EventReply.of(endpoint, call, result);
            }
            // one that returns nothing leaves the payload as it is
            payload = hook.method().getReturnType() == void.class ? payload : result;
        }
        var result = runner.run(event, payload, call, call.context());
        var hook = event.flow().postprocess().filter(postprocess -> takes(postprocess, result));
        EventReply.setStatus(call.response(), result);
        return hook.isEmpty()
                ? EventReply.of(endpoint, call, result)
                : EventReply.of(endpoint, call, plain(runner.call(event, hook.get(), result, call, call.context())));
    }

    private static boolean takes(Step.Call postprocess, @Nullable Object result) {
        return postprocess.accepts(result)
                || postprocess.payload().isEmpty()
                || (result == null && Types.isNullable(postprocess.payload().get()));
    }

    private static @Nullable Object plain(@Nullable Object result) {
        return result instanceof Optional<?> optional ? optional.orElse(null) : result;
    }
}
