package io.hopeit.jaxrs;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * All {@link Authenticator} beans, each made once, also one without a scope; and when the first proof comes, so that one
 * that cannot be made does no harm to requests without any.
 */
@ApplicationScoped
class Authenticators {
    @Inject
    @Any
    Instance<Authenticator> beans;

    private List<Authenticator> found = List.of();

    @PostConstruct
    void find() {
        found = beans.stream().toList();
    }

    /** Whom one for this method knows first by what a request has sent. */
    Optional<Identity> authenticate(AuthMethod method, App app, List<String> proofs) {
        return found.stream()
                .filter(authenticator -> authenticator.method() == method)
                .flatMap(authenticator -> authenticator.authenticateAny(app, proofs).stream())
                .findFirst();
    }
}
