package io.hopeit.testing;

import io.hopeit.WriteStream;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.StepParameter;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where publishers are injected: which streams are written besides those that events write with their results. */
class PublisherPoints implements Extension {
    private final Map<String, Class<?>> classes = new LinkedHashMap<>();

    void find(@Observes ProcessInjectionPoint<?, ?> found) {
        var point = found.getInjectionPoint();
        for (var qualifier : point.getQualifiers()) {
            if (qualifier instanceof WriteStream stream) {
                classes.putIfAbsent(stream.value(), point.getMember().getDeclaringClass());
            }
        }
    }

    /** The classes, by the names of the streams, as they are written there. */
    Map<String, Class<?>> classes(EventCatalogue catalogue) {
        var all = new LinkedHashMap<>(classes);
        for (var event : catalogue.events()) {
            event.flow()
                    .calls()
                    .flatMap(step -> step.parameters().stream())
                    .map(StepParameter::parameter)
                    .filter(parameter -> parameter.isAnnotationPresent(WriteStream.class))
                    .map(parameter -> parameter.getAnnotation(WriteStream.class).value())
                    .forEach(stream -> all.putIfAbsent(stream, event.beanClass()));
        }
        return Collections.unmodifiableMap(all);
    }
}
