package io.hopeit.jaxrs.openapi;

import io.hopeit.App;
import io.hopeit.EventContext;
import io.hopeit.QueueStrategy;
import io.hopeit.StreamEvent;
import io.hopeit.config.Compression;
import io.hopeit.config.EventSettings;
import io.hopeit.config.Serialization;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.Access;
import io.hopeit.spi.Docs;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventId;
import io.hopeit.spi.Flow;
import io.hopeit.spi.Step;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Trigger.Http.Method;
import io.hopeit.spi.WriteTo;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Event definitions as they come from a deployment, of classes whose methods are named. */
final class Events {
    static final App APP = new App("my-app", "1.0");
    private static final EventSettings SETTINGS = EventSettings.defaults();
    private static final StreamSettings STREAM =
            new StreamSettings("things", 1, Duration.ofSeconds(1), 1, Serialization.JSON, Compression.NONE, 0, 1 << 20);

    private Events() {}

    static EventDefinition get(Class<?> type, String... steps) {
        return http(Method.GET, "/api/app/1x0/" + type.getSimpleName(), type, steps);
    }

    static EventDefinition post(Class<?> type, String... steps) {
        return http(Method.POST, "/api/app/1x0/" + type.getSimpleName(), type, steps);
    }

    static EventDefinition http(Method method, String path, Class<?> type, String... steps) {
        var definitions = Arrays.stream(steps).map(name -> step(type, name)).toList();
        var name = io.hopeit.config.Names.snake(type.getSimpleName());
        return new EventDefinition(
                id(name),
                type,
                new Trigger.Http(method, path, false),
                Flow.of(definitions),
                Optional.empty(),
                Access.OPEN,
                SETTINGS,
                Docs.NONE);
    }

    private static EventId id(String name) {
        return new EventId(APP, Optional.empty(), name);
    }

    static EventDefinition named(String name, EventDefinition e) {
        return with(id(name), e.trigger(), e.output(), e.docs(), e);
    }

    static EventDefinition documented(String summary, String description, EventDefinition e) {
        return with(e.id(), e.trigger(), e.output(), new Docs(summary, description), e);
    }

    static EventDefinition writing(EventDefinition e) {
        var output = Optional.of(new WriteTo(stream(), List.of(StreamEvent.AUTO), QueueStrategy.DROP));
        return with(e.id(), e.trigger(), output, e.docs(), e);
    }

    static EventDefinition reading(EventDefinition e) {
        var trigger = new Trigger.Read(stream(), List.of(StreamEvent.AUTO), "group");
        return with(e.id(), trigger, e.output(), e.docs(), e);
    }

    private static EventDefinition with(
            EventId id, Trigger trigger, Optional<WriteTo> output, Docs docs, EventDefinition e) {
        return new EventDefinition(id, e.beanClass(), trigger, e.flow(), output, e.access(), e.settings(), docs);
    }

    private static StreamDefinition stream() {
        return new StreamDefinition("things", STREAM);
    }

    private static Step step(Class<?> type, String name) {
        var method = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
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
        if (ofRequest) {
            return new StepParameter.Request(parameter);
        }
        return isFirst && parameter.getType() != EventContext.class
                ? new StepParameter.Payload(parameter)
                : new StepParameter.Context(parameter);
    }
}
