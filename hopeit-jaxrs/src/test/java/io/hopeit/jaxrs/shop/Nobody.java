package io.hopeit.jaxrs.shop;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.Authenticator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows no passwords. */
@ApplicationScoped
public class Nobody implements Authenticator {
    @Override
    public AuthMethod method() {
        return AuthMethod.BASIC;
    }

    @Override
    public Optional<Identity> authenticate(App app, String proof) {
        return Optional.empty();
    }
}
