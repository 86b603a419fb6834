package io.hopeit.auth;

import io.hopeit.App;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** Sets it. */
    NewCookie with(App app, String token) {
        return cookie(app, "Refresh " + token, (int) lifetime.toSeconds());
    }

    /** Deletes it. */
    NewCookie deletion(App app) {
        return cookie(app, "", 0);
    }

    private NewCookie cookie(App app, String value, int maxAge) {
        return new NewCookie.Builder(name(app))
                .value(value)
                .path(app.path() + "/")
                .domain(settings.domain().orElse(null))
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite(settings.sameSite().attribute())
                .build();
    }

    /** The token in the value that a request has sent, with or without quotes. */
    static Optional<String> token(@Nullable String value) {
        var found = VALUE.matcher(value == null ? "" : value);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
