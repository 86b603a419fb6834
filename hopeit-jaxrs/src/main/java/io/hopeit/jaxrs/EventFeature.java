package io.hopeit.jaxrs;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventListeners;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Gives each resource of an event a filter of its own, so that no request has to find out what it asks for.
 *
 * {@snippet :
 * config.register(EventFeature.class); // each resource of an event gets its filter
 * }
 *
 * @hidden applications have no use for it
 */
@Provider
@Dependent
public class EventFeature implements DynamicFeature {
    @Inject
    RequestPlans plans;

    @Inject
    EventListeners listeners;

    @Inject
    RequestAccess access;

    @Inject
    TraceHeaders traces;

    @Inject
    AppTime time;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (EventResource.class.isAssignableFrom(resource.getResourceClass())) {
            var plan = plans.of(resource.getResourceClass());
            context.register(new EventFilter(plan, listeners, access, traces, time), Priorities.AUTHORIZATION);
        }
    }
}
