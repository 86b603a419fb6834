package io.hopeit.sample.platform;

import io.hopeit.GetEvent;
import io.hopeit.Steps;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says who asks, by the server's own bean of the token. */
@GetEvent("platform.who")
@Steps("tell")
public class Who {
    @Inject
    JsonWebToken token;

    String tell() {
        return token.getName() + " of " + token.getIssuer();
    }
}
