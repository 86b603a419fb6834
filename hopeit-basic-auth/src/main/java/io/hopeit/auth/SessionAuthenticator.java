package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.Authenticator;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Knows who sends the cookie with a refresh token. */
class SessionAuthenticator implements Authenticator {
    @Inject
    Sessions sessions;

    @Override
    public AuthMethod method() {
        return AuthMethod.REFRESH;
    }

    @Override
    public Optional<Identity> authenticate(App app, String credentials) {
        return authenticateAny(app, List.of(credentials));
    }

    @Override
    public Optional<Identity> authenticateAny(App app, List<String> credentials) {
        var tokens = credentials.stream()
                .flatMap(value -> RefreshCookie.token(value).stream())
                .toList();
        return sessions.find(app, tokens);
    }
}
