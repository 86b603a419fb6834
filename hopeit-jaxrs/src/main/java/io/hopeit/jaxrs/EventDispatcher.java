package io.hopeit.jaxrs;

import io.hopeit.spi.EventRunner;
import io.hopeit.spi.Json;
import io.hopeit.spi.Part;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a request, as a server has bound and validated it, to the runner, and the result back. */
@Part
class EventDispatcher {
    @Inject
    EventRunner runner;

    @Inject
    RequestValidation validation;

    @Inject
    Json json;

    /** {@code arguments} are the body, if the endpoint reads it, and the parameters that servers fill. */
    Response dispatch(EventResource resource, @Nullable Object[] arguments) throws Exception {
        try (var call = call(EventRequest.current(), arguments)) {
            call.complete();
            validation.check(resource, call);
            return answer(call);
        } finally {
            // a step may leave the flag set, and the server's thread goes on to other requests
            Thread.interrupted();
        }
    }

    private EventCall call(EventRequest request, @Nullable Object[] arguments) {
        var plan = request.plan();
        boolean readsBody = plan.endpoint().readsBody();
        var sent = readsBody && arguments[0] instanceof EventPayload payload ? payload : nothing(plan);
        if (readsBody && sent.value() == null && plan.payload().isPresent()) {
            throw RequestException.badRequest("", "is empty, but JSON is needed");
        }
        var values = readsBody ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        checkQuery(plan, request);
        return EventCall.of(request, sent, values);
    }

    private EventPayload nothing(RequestPlan plan) {
        return new EventPayload(null, new RequestBody(InputStream.nullInputStream(), plan.limits(), json));
    }

    /** A parameter that is no collection may be there once. */
    private static void checkQuery(RequestPlan plan, EventRequest request) {
        if (plan.singles().isEmpty()) {
            return;
        }
        var sent = request.request().getUriInfo().getQueryParameters();
        for (String name : plan.singles()) {
            RequestException.checkOnce(name, sent.getOrDefault(name, List.of()).size());
        }
    }

    private Response answer(EventCall call) throws Exception {
        try {
            return run(call);
        } catch (WebApplicationException e) {
            throw CalledServers.own(e);
        }
    }

    private Response run(EventCall call) throws Exception {
        var event = call.plan().event();
        var payload = call.payload();
        if (event.flow().preprocess().isPresent()) {
            var hook = event.flow().preprocess().get();
            var result = plain(runner.call(event, hook, payload, call, call.context()));
            if (call.request().isAnswered()) {
                call.response().setStatus(call.request().status().orElseThrow());
                return EventReply.of(call, result);
            }
            // one that returns nothing leaves the payload as it is
            payload = hook.method().getReturnType() == void.class ? payload : result;
        }
        var result = runner.run(event, payload, call, call.context());
        var hook = event.flow().postprocess().filter(postprocess -> takes(postprocess, result));
        EventReply.setStatus(call.response(), result);
        return hook.isEmpty()
                ? EventReply.of(call, result)
                : EventReply.of(call, plain(runner.call(event, hook.get(), result, call, call.context())));
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
