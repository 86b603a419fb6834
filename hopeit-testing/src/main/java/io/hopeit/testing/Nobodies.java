package io.hopeit.testing;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.Authenticator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;

/** Beside the authenticators that a test has, if any: an event may take what nothing here checks. */
@Dependent
class Nobodies {
    @Produces
    Authenticator basic() {
        return new KnowsNobody(AuthMethod.BASIC);
    }

    @Produces
    Authenticator refresh() {
        return new KnowsNobody(AuthMethod.REFRESH);
    }

    private record KnowsNobody(AuthMethod method) implements Authenticator {
        @Override
        public Optional<Identity> authenticate(App app, String credentials) {
            return Optional.empty();
        }
    }
}
