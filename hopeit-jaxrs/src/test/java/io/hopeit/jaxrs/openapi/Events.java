package io.hopeit.jaxrs.openapi;

import io.hopeit.App;
import io.hopeit.EventContext;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.QueueStrategy;
import io.hopeit.StreamEvent;
import io.hopeit.config.EventSettings;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.Access;
import io.hopeit.spi.Docs;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventId;
import io.hopeit.spi.Flow;
import io.hopeit.spi.FromTrigger;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Event definitions as they come from a deployment, of classes whose methods are named. */
final class Events {
    static final App APP = new App("my-app", "1.0");
    private static final EventSettings SETTINGS = EventSettings.defaults();
    private static final StreamSettings STREAM = StreamSettings.defaults("things");

    private Events() {}

    static EventDefinition get(Class<?> type, String... steps) {
        return http(Trigger.Http.Method.GET, "/api/app/1x0/" + type.getSimpleName(), type, steps);
    }

    static EventDefinition post(Class<?> type, String... steps) {
        return http(Trigger.Http.Method.POST, "/api/app/1x0/" + type.getSimpleName(), type, steps);
    }

    static EventDefinition multipart(Class<?> type, String... steps) {
        return http(
                new Trigger.Http(Trigger.Http.Method.POST, "/api/app/1x0/" + type.getSimpleName(), true), type, steps);
    }

    static EventDefinition http(Trigger.Http.Method method, String path, Class<?> type, String... steps) {
        return http(new Trigger.Http(method, path, false), type, steps);
    }

    /** Methods that are hooks go around the steps, whether they are named or not. */
    private static EventDefinition http(Trigger.Http trigger, Class<?> type, String... steps) {
        var definitions =
                Arrays.stream(steps).<Step>map(name -> step(type, name)).toList();
        var flow = new Flow(Optional.empty(), hook(type, Preprocess.class), definitions, hook(type, Postprocess.class));
        var name = io.hopeit.config.Names.snake(type.getSimpleName());
        return new EventDefinition(id(name), type, trigger, flow, Optional.empty(), Access.OPEN, SETTINGS, Docs.NONE);
    }

    private static EventId id(String name) {
        return new EventId(APP, Optional.empty(), name);
    }

    static EventDefinition named(String name, EventDefinition e) {
        return with(id(name), e.trigger(), e.output(), e.docs(), e);
    }

    static EventDefinition as(App app, EventDefinition e) {
        return with(new EventId(app, Optional.empty(), e.name()), e.trigger(), e.output(), e.docs(), e);
    }

    static EventDefinition ofPlugin(App plugin, App app, EventDefinition e) {
        return with(new EventId(app, Optional.of(plugin), e.name()), e.trigger(), e.output(), e.docs(), e);
    }

    static EventDefinition at(String path, EventDefinition e) {
        var trigger = (Trigger.Http) e.trigger();
        return with(e.id(), new Trigger.Http(trigger.method(), path, trigger.multipart()), e.output(), e.docs(), e);
    }

    static EventDefinition secured(Access access, EventDefinition e) {
        return new EventDefinition(
                e.id(), e.beanClass(), e.trigger(), e.flow(), e.output(), access, e.settings(), e.docs());
    }

    static EventDefinition gathering(String collector, EventDefinition e) {
        var calls = e.steps().stream().map(step -> (Step.Call) step).toList();
        var gather = new Step.Gather(collector, calls.subList(0, calls.size() - 1));
        var flow = Flow.of(List.of(gather, calls.getLast()));
        return new EventDefinition(
                e.id(), e.beanClass(), e.trigger(), flow, e.output(), e.access(), e.settings(), e.docs());
    }

    static EventDefinition documented(String summary, String description, EventDefinition e) {
        return with(e.id(), e.trigger(), e.output(), new Docs(summary, description), e);
    }

    static EventDefinition writing(EventDefinition e) {
        var output = Optional.of(new WriteTo(stream(), List.of(StreamEvent.AUTO), QueueStrategy.DROP));
        return with(e.id(), e.trigger(), output, e.docs(), e);
    }

    static EventDefinition reading(EventDefinition e) {
        return by(new Trigger.Read(stream(), List.of(StreamEvent.AUTO), "group"), e);
    }

    static EventDefinition by(Trigger trigger, EventDefinition e) {
        return with(e.id(), trigger, e.output(), e.docs(), e);
    }

    private static EventDefinition with(
            EventId id, Trigger trigger, Optional<WriteTo> output, Docs docs, EventDefinition e) {
        return new EventDefinition(id, e.beanClass(), trigger, e.flow(), output, e.access(), e.settings(), docs);
    }

    private static StreamDefinition stream() {
        return new StreamDefinition("things", STREAM);
    }

    private static Optional<Step.Call> hook(Class<?> type, Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(annotation))
                .findFirst()
                .map(Events::call);
    }

    private static Step.Call step(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .map(Events::call)
                .orElseThrow();
    }

    private static Step.Call call(Method method) {
        var parameters = method.getParameters();
        return new Step.Call(
                method,
                Stream.of(parameters)
                        .map(parameter -> parameter(parameter, parameter == parameters[0]))
                        .toList());
    }

    private static StepParameter parameter(Parameter parameter, boolean isFirst) {
        boolean ofRequest = Arrays.stream(parameter.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().startsWith("jakarta.ws.rs."));
        if (ofRequest || parameter.getType().isAnnotationPresent(FromTrigger.class)) {
            return new StepParameter.Request(parameter);
        }
        return isFirst && parameter.getType() != EventContext.class
                ? new StepParameter.Payload(parameter)
                : new StepParameter.Context(parameter);
    }
}
