package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.jaxrs.HttpRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries a refresh token: {@code simple_example.1x0.refresh="Refresh <token>"}. Scripts cannot read it,
 * and it is sent to the application's own routes only.
 *
 * @param settings how it is protected
 * @param lifetime how long a browser keeps it
 */
record RefreshCookie(CookieSettings settings, Duration lifetime) {
    private static final Pattern VALUE = Pattern.compile("\"?Refresh ([A-Za-z0-9._-]+)\"?", Pattern.CASE_INSENSITIVE);

    static String name(App app) {
        return app.key() + ".refresh";
    }

    /** Sets it; {@code basePath} is where all is served, as {@link HttpRequest#basePath} says. */
    NewCookie with(App app, String basePath, String token) {
        return cookie(app, basePath, "Refresh " + token, (int) lifetime.toSeconds())
                .domain(settings.domain().orElse(null))
                .build();
    }

    /** Deletes it, and a former one. */
    List<NewCookie> deletions(App app, String basePath) {
        return Stream.concat(
                        Stream.of(cookie(app, basePath, "", 0)
                                .domain(settings.domain().orElse(null))
                                .build()),
                        former(app, basePath).stream())
                .toList();
    }

    /** Deletes one for this very host, which may be left from before there was a domain, and would be sent first. */
    Optional<NewCookie> former(App app, String basePath) {
        return settings.domain().map(domain -> cookie(app, basePath, "", 0).build());
    }

    private NewCookie.Builder cookie(App app, String basePath, String value, int maxAge) {
        return new NewCookie.Builder(name(app))
                .value(value)
                .path(settings.path().orElse(basePath).replaceFirst("/$", "") + app.path() + "/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite(settings.sameSite().attribute());
    }

    /** The token in the value that a request has sent, with or without quotes. */
    static Optional<String> token(@Nullable String value) {
        var found = VALUE.matcher(value == null ? "" : value);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
