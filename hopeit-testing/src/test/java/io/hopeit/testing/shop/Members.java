package io.hopeit.testing.shop;

import io.hopeit.Auth;
import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.config.AuthMethod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PathParam;

/** For those who are one. */
@GetEvent(value = "members", route = "members/{id}")
@Auth(AuthMethod.BEARER)
@RolesAllowed("member")
public class Members {
    String greet(@PathParam("id") String id, EventContext context) {
        return context.identity().name() + " asks for " + id;
    }
}
