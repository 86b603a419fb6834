package io.hopeit.auth;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what depends on settings. */
@Dependent
class AuthBeans {
    @Produces
    @Singleton
    Tokens tokens(BasicAuthExtension deployment) {
        return new Tokens(deployment.tokens(), deployment.keys());
    }

    @Produces
    @Singleton
    RefreshCookie cookie(BasicAuthExtension deployment) {
        return new RefreshCookie(deployment.cookie(), deployment.tokens().refreshLifetime());
    }
}
