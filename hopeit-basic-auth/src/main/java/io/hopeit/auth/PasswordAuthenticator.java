package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.Authenticator;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Knows who sends a name and a password, as RFC 7617 writes them, in UTF-8. */
class PasswordAuthenticator implements Authenticator {
    @Inject
    Users users;

    private final FailedLogins failures = new FailedLogins();

    @Override
    public AuthMethod method() {
        return AuthMethod.BASIC;
    }

    @Override
    public Optional<Identity> authenticate(App app, String credentials) {
        return decode(credentials)
                .filter(text -> text.indexOf(':') > 0 && !Passwords.hasControls(text))
                .flatMap(this::find)
                .map(user -> Accounts.identity(AuthMethod.BASIC, user, Map.of()));
    }

    private Optional<User> find(String text) {
        int colon = text.indexOf(':');
        var name = text.substring(0, colon);
        var user = users.authenticate(name, text.substring(colon + 1));
        user.ifPresentOrElse(found -> failures.succeeded(name), () -> failures.failed(name));
        return user;
    }

    private static Optional<String> decode(String base64) {
        if (base64.length() > Passwords.MOST_BASE64) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return Optional.of(UTF_8.newDecoder().decode(bytes).toString()); // fails for what is no UTF-8
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
