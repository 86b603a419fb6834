package io.hopeit.jaxrs;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.spi.Problems;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;

/** Adds a resource for each event with an HTTP trigger. */
public class HttpExtension implements Extension {
    private final List<Class<?>> resources = new ArrayList<>();

    void addResources(@Observes @Priority(EventsExtension.SCAN + 100) AfterTypeDiscovery discovery, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
        Problems problems = events.problems();
        events.catalogue().events().stream()
                .flatMap(event -> HttpEndpoint.of(event).stream())
                .filter(endpoint -> EndpointChecks.pass(endpoint, problems))
                .map(ResourceGenerator::generate)
                .forEach(resource -> {
                    resources.add(resource);
                    discovery.addAnnotatedType(beans.createAnnotatedType(resource), resource.getName());
                });
    }

    /** The generated resource classes, for an {@code Application} that lists its classes. */
    public List<Class<?>> resources() {
        return List.copyOf(resources);
    }
}
