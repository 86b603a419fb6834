package io.hopeit.shop;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import java.util.Map;

/** Who a step sees. */
public record Who(String name, String method, boolean verified, Map<String, Object> claims) {
    static Who of(EventContext context) {
        return of(context.identity());
    }

    static Who of(Identity identity) {
        return new Who(identity.name(), identity.method().wireName(), identity.verified(), identity.claims());
    }
}
