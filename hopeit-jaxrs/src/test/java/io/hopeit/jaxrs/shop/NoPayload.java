package io.hopeit.jaxrs.shop;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;

@PostEvent
public class NoPayload {
    String run(EventContext context) {
        return context.eventName();
    }
}
