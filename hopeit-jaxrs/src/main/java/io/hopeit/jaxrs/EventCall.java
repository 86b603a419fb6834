package io.hopeit.jaxrs;

import io.hopeit.EventContext;
import io.hopeit.jaxrs.RequestParameter.Kind;
import io.hopeit.spi.EventRunner;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request says to an event. It belongs to the thread of the request; {@link #close} ends what was kept for it.
 *
 * @param endpoint the event as a client sees it
 * @param payload what the body says, if the event has a payload
 * @param values of the endpoint's parameters, as far as they are known
 * @param request for hooks
 * @param response for hooks
 * @param context for steps
 */
record EventCall(
        HttpEndpoint endpoint,
        @Nullable Object payload,
        List<@Nullable Object> values,
        HttpRequest request,
        HttpResponse response,
        EventContext context)
        implements EventRunner.Arguments, AutoCloseable {

    static EventCall of(
            HttpEndpoint endpoint,
            @Nullable Object payload,
            @Nullable Object[] values,
            HttpRequest request,
            EventContext context) {
        return new EventCall(
                endpoint, payload, new ArrayList<>(Arrays.asList(values)), request, new HttpResponse(), context);
    }

    /** Receives the form, if there are parameters of one, and sees that nothing is missing. */
    void complete() {
        for (int i = 0; i < endpoint.parameters().size(); i++) {
            var parameter = endpoint.parameters().get(i);
            if (parameter.kind() == Kind.FORM) {
                values.add(i, FormField.value(parameter, request.form()));
            }
            if (values.get(i) == null && parameter.isRequired()) {
                throw RequestException.badRequest(parameter.name(), "is required");
            }
        }
    }

    /** What Bean Validation checks: the payload, if there is one, and the values. */
    @Nullable
    Object[] checked() {
        var checked = new ArrayList<@Nullable Object>();
        if (endpoint.body().isPresent()) {
            checked.add(payload);
        }
        checked.addAll(values);
        return checked.toArray();
    }

    @Override
    public @Nullable Object get(Parameter parameter) {
        if (parameter.getType() == HttpRequest.class) {
            return request;
        }
        if (parameter.getType() == HttpResponse.class) {
            return response;
        }
        int index = endpoint.indexOf(parameter);
        var value = values.get(index);
        return endpoint.parameters().get(index).isOptional() ? Optional.ofNullable(value) : value;
    }

    @Override
    public void close() {
        request.close();
    }
}
