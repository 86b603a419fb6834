package io.hopeit.jaxrs;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Part;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** The plans of all endpoints. */
@Part
class RequestPlans {
    private static final ClassValue<String> KEYS = new ClassValue<>() {
        // the class may be a proxy of the generated one
        @Override
        protected String computeValue(Class<?> type) {
            var route = type.getAnnotation(EventRoute.class);
            return route != null ? route.value() : computeValue(type.getSuperclass());
        }
    };

    @Inject
    EventCatalogue catalogue;

    private final Map<String, RequestPlan> plans = new HashMap<>();

    @PostConstruct
    void readCatalogue() {
        catalogue.events().stream()
                .flatMap(event -> HttpEndpoint.of(event).stream())
                .forEach(endpoint -> plans.put(endpoint.event().id().key(), RequestPlan.of(endpoint, catalogue)));
    }

    /** Of the endpoint that this is the generated class of. */
    RequestPlan of(Class<?> resource) {
        return of(KEYS.get(resource));
    }

    /** Of an event that requests trigger. */
    RequestPlan of(EventDefinition event) {
        return of(event.id().key());
    }

    private RequestPlan of(String key) {
        var plan = plans.get(key);
        if (plan == null) {
            throw new IllegalArgumentException("no event is named " + key);
        }
        return plan;
    }
}
