package io.hopeit.auth;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** The user that an identity was made of; one of an authenticator of the application may say less. */
    static User user(Identity identity) {
        var claims = identity.claims();
        return new User(
                text(claims.get("id"), identity.name()),
                identity.name(),
                text(claims.get("email"), ""),
                groups(claims.get("groups")));
    }

    private static String text(@Nullable Object claim, String otherwise) {
        return claim == null ? otherwise : claim.toString();
    }

    private static Set<String> groups(@Nullable Object claim) {
        return claim instanceof Collection<?> groups
                ? groups.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    static String claim(Identity identity, String name) {
        return Objects.requireNonNull(identity.claims().get(name)).toString();
    }
}
