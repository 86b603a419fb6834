package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.config.Section;
import java.time.Duration;

/**
 * What {@code hopeit.basic-auth.*} says about tokens.
 *
 * @param issuer who issues them, and whose tokens are accepted; key {@code issuer}, default the application's key
 * @param accessLifetime an access token counts for so long; key {@code access-token-lifetime}, default 600 s. It cannot
 *     be taken back, so it should be short
 * @param refreshLifetime a refresh token and its cookie count for so long; key {@code refresh-token-lifetime}, default 1
 *     h
 * @param renewWindow clients are told to renew an access token about this long before it ends; key {@code renew-window},
 *     default 5 s
 */
record TokenSettings(String issuer, Duration accessLifetime, Duration refreshLifetime, Duration renewWindow) {
    private static final Duration LONGEST_ACCESS = Duration.ofDays(1);
    private static final Duration LONGEST_REFRESH = Duration.ofDays(365);

    static TokenSettings read(Section settings, App app) {
        var read = new TokenSettings(
                settings.optionalText("issuer").orElse(app.key()),
                settings.duration("access-token-lifetime", Duration.ofSeconds(600), LONGEST_ACCESS),
                settings.duration("refresh-token-lifetime", Duration.ofSeconds(3600), LONGEST_REFRESH),
                settings.duration("renew-window", Duration.ofSeconds(5), LONGEST_ACCESS));
        if (read.accessLifetime().toSeconds() < 1) {
            settings.problem("access-token-lifetime", "tokens count in seconds. Set at least PT1S.");
        }
        if (read.refreshLifetime().compareTo(read.accessLifetime()) < 0) {
            settings.problem(
                    "refresh-token-lifetime",
                    "%s is shorter than access-token-lifetime, which is %s."
                            .formatted(read.refreshLifetime(), read.accessLifetime()));
        }
        return read;
    }
}
