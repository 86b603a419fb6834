package io.hopeit.jaxrs.shop;

import io.hopeit.Auth;
import io.hopeit.GetEvent;
import io.hopeit.config.AuthMethod;
import jakarta.annotation.security.RolesAllowed;

/** Is for those who have a role. */
@GetEvent
@Auth(AuthMethod.BASIC)
@RolesAllowed({"member", "admin"})
public class Members {
    Order.Customer members() {
        return new Order.Customer("a member");
    }
}
