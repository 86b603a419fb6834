package io.hopeit.auth;

import io.hopeit.auth.CookieSettings.SameSite;
import io.hopeit.config.Key;
import io.hopeit.config.KeyGroup;
import io.hopeit.config.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of this module. */
final class AuthKeys {
    private static final Duration LONGEST_ACCESS = Duration.ofDays(1);
    private static final Duration LONGEST_REFRESH = Duration.ofDays(365);
    /** As PEM, or in Base64, the PEM as a whole or what is in it. */
    private static final Pattern KEY_ITSELF = Pattern.compile("[\\r\\n]|-----BEGIN|^[A-Za-z0-9+/=_-]{200,}$");

    private static final Pattern PATH = Pattern.compile("/|(/[A-Za-z0-9._~%-]+)+");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    static final Key<Optional<Path>> PRIVATE_KEY =
            Key.optional("private-key", file(), "required: the file with the private RSA key, PKCS#8 as PEM");
    static final Key<Optional<Path>> PUBLIC_KEY =
            Key.optional("public-key", file(), "required: the file with its public key, SPKI as PEM");
    static final Key<Optional<String>> KEY_PASSPHRASE =
            Key.optional("key-passphrase", Kind.text().secretly(), "of a private key that is encrypted");
    static final Key<Boolean> CREATE_KEYS =
            new Key<>("create-keys", Kind.flag(), false, "whether files that are missing are made, for development");
    static final Key<Optional<String>> ISSUER = Key.optional(
            "issuer",
            Kind.text(),
            "who issues tokens; the application's key when not set, and `mp.jwt.verify.issuer` has to be the same");
    static final Key<Duration> ACCESS_LIFETIME = new Key<>(
            "access-token-lifetime",
            Kind.duration(LONGEST_ACCESS),
            Duration.ofMinutes(10),
            "how long an access token counts; it cannot be taken back");
    static final Key<Duration> REFRESH_LIFETIME = new Key<>(
            "refresh-token-lifetime",
            Kind.duration(LONGEST_REFRESH),
            Duration.ofHours(1),
            "how long a refresh token and its cookie count");
    static final Key<Duration> SESSION_LIFETIME = new Key<>(
            "session-lifetime",
            Kind.duration(LONGEST_REFRESH),
            Duration.ofDays(1),
            "how long after a login its refresh tokens go on; then the password is asked for again");
    static final Key<Duration> RENEW_WINDOW = new Key<>(
            "renew-window",
            Kind.duration(LONGEST_ACCESS),
            Duration.ofSeconds(5),
            "clients are told to renew an access token about this long before it ends");
    static final Key<Boolean> COOKIE_SECURE =
            new Key<>("cookie-secure", Kind.flag(), true, "whether the cookie is sent by HTTPS only");
    static final Key<SameSite> COOKIE_SAME_SITE = new Key<>(
            "cookie-same-site",
            Kind.choice(SameSite.class),
            SameSite.STRICT,
            "from which sites' pages the cookie is sent");
    static final Key<Optional<String>> COOKIE_DOMAIN = Key.optional(
            "cookie-domain", domain(), "the hosts that the cookie is sent to; when not set, the one that has set it");
    static final Key<Optional<String>> COOKIE_PATH = Key.optional(
            "cookie-path",
            path(),
            "where browsers see what is at the root of the server's routes, such as `/` or `/shop`; to be set behind a proxy"
                    + " that changes paths");

    static final KeyGroup GROUP = new KeyGroup(
            "Basic auth",
            "Of the plugin `basic-auth`, read when an application lists it.",
            List.of("hopeit.basic-auth"),
            List.of(
                    PRIVATE_KEY,
                    PUBLIC_KEY,
                    KEY_PASSPHRASE,
                    CREATE_KEYS,
                    ISSUER,
                    ACCESS_LIFETIME,
                    REFRESH_LIFETIME,
                    SESSION_LIFETIME,
                    RENEW_WINDOW,
                    COOKIE_SECURE,
                    COOKIE_SAME_SITE,
                    COOKIE_DOMAIN,
                    COOKIE_PATH));

    private AuthKeys() {}

    /** Those of each user. */
    static final class OfUser {
        static final Key<Optional<PasswordHash>> PASSWORD_HASH = Key.optional(
                "password-hash",
                hash(),
                "required: what `io.hopeit.auth.HashPassword` prints; quote its `$` in a shell");
        static final Key<Optional<String>> ID =
                Key.optional("id", Kind.text(), "what never changes about the user; the name when not set");
        static final Key<Optional<String>> EMAIL = Key.optional("email", Kind.text(), "the user's address");
        static final Key<List<String>> ROLES =
                new Key<>("roles", Kind.texts(), List.of(), "what the user may do, as in `@RolesAllowed`");

        static final KeyGroup GROUP = new KeyGroup(
                "Users of basic auth",
                "Where the application has no `UserStore`. Names may have dots, and have to be in a file, which variables "
                        + "override.",
                List.of("hopeit.basic-auth.users.<user>"),
                List.of(PASSWORD_HASH, ID, EMAIL, ROLES));

        private OfUser() {}

        private static Kind<PasswordHash> hash() {
            return new Kind<>(
                    "a hash that io.hopeit.auth.HashPassword has printed, such as pbkdf2-sha256$600000$<salt>$<hash>",
                    text -> {
                        try {
                            return Optional.of(PasswordHash.parse(text));
                        } catch (IllegalArgumentException e) {
                            return Optional.empty();
                        }
                    },
                    true);
        }
    }

    /** Whoever puts the key itself there does not find it in the log. */
    private static Kind<Path> file() {
        return new Kind<>(
                "the path of a file",
                text -> {
                    try {
                        return KEY_ITSELF.matcher(text).find() ? Optional.empty() : Optional.of(Path.of(text));
                    } catch (InvalidPathException e) {
                        return Optional.empty();
                    }
                },
                true);
    }

    private static Kind<String> path() {
        return new Kind<>(
                "a path such as /shop, or /",
                text -> Optional.of(text).filter(path -> PATH.matcher(path).matches()),
                false);
    }

    private static Kind<String> domain() {
        return new Kind<>(
                "a domain such as example.com",
                text -> Optional.of(text)
                        .filter(domain -> DOMAIN.matcher(domain).matches()),
                false);
    }
}
