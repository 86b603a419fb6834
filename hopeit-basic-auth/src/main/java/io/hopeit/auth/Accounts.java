package io.hopeit.auth;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Users as steps see them: no password, and no token, is in there. */
final class Accounts {
    private Accounts() {}

    static Identity identity(AuthMethod method, User user, Map<String, Object> more) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("id", user.id());
        claims.put("user", user.name());
        claims.put("email", user.email());
        claims.put("groups", user.roles().stream().sorted().toList());
        claims.putAll(more);
        return new Identity(method, user.name(), claims, true);
    }

    /** The user that an identity was made of. */
    static User user(Identity identity) {
        var groups = (Collection<?>) Objects.requireNonNull(identity.claims().get("groups"));
        return new User(
                claim(identity, "id"),
                identity.name(),
                claim(identity, "email"),
                groups.stream().map(Object::toString).collect(Collectors.toSet()));
    }

    static String claim(Identity identity, String name) {
        return Objects.requireNonNull(identity.claims().get(name)).toString();
    }
}
