package io.hopeit.auth;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The users of the application's own store; without one, those in configuration. Thread-safe. */
@ApplicationScoped
class Users {
    @Inject
    Instance<UserStore> own;

    @Inject
    BasicAuthExtension deployment;

    private UserStore store = (name, password) -> Optional.empty();

    /** Once, also one without a scope, which would be a new one for each request. */
    @PostConstruct
    void find() {
        store = own.isUnsatisfied() ? deployment.users() : own.get();
    }

    Optional<User> authenticate(String name, String password) {
        return store.authenticate(name, password);
    }

    Optional<User> renew(User user) {
        return store.renew(user);
    }
}
