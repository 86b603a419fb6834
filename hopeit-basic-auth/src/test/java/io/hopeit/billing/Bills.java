package io.hopeit.billing;

import io.hopeit.Auth;
import io.hopeit.EventContext;
import io.hopeit.EventGroup;
import io.hopeit.GetEvent;
import io.hopeit.config.AuthMethod;

/** For those with a token of its own. */
@GetEvent
@Auth(AuthMethod.BEARER)
@EventGroup("shop")
public class Bills {
    String bills(EventContext context) {
        return context.identity().name();
    }
}
