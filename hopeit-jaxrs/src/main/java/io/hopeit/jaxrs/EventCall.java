package io.hopeit.jaxrs;

import io.hopeit.EventContext;
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
 * @param plan what is the same for all of them
 * @param payload what the body says, if the event has a payload
 * @param values of the endpoint's parameters, as far as they are known
 * @param request for hooks
 * @param response for hooks
 * @param context for steps
 */
record EventCall(
        RequestPlan plan,
        @Nullable Object payload,
        List<@Nullable Object> values,
        HttpRequest request,
        HttpResponse response,
        EventContext context)
        implements EventRunner.Arguments, AutoCloseable {

    static EventCall of(EventRequest request, EventPayload sent, @Nullable Object[] values) {
        return new EventCall(
                request.plan(),
                sent.value(),
                new ArrayList<>(Arrays.asList(values)),
                new HttpRequest(request.request(), sent.body()),
                new HttpResponse(),
                request.context());
    }

    /** Receives the form, if there are parameters of one, reads cookies, and sees that nothing is missing. */
    void complete() {
        for (int i = 0; i < plan.values().size(); i++) {
            var value = plan.values().get(i);
            var parameter = value.parameter();
            if (!value.isBound()) {
                values.add(i, ParameterValue.of(parameter, request));
            }
            if (values.get(i) == null && value.isRequired()) {
                throw RequestException.badRequest(parameter.name(), "is required");
            }
        }
    }

    /** What Bean Validation checks: the payload, if there is one, and the values. */
    @Nullable
    Object[] checked() {
        var checked = new ArrayList<@Nullable Object>();
        if (plan.payload().isPresent()) {
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
        int index = plan.endpoint().indexOf(parameter);
        var value = values.get(index);
        return plan.values().get(index).isOptional() ? Optional.ofNullable(value) : value;
    }

    @Override
    public void close() {
        request.close();
    }
}
