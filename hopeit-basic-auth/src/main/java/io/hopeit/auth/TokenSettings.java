package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.config.Key;
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
 * @param sessionLifetime no refresh token of a session counts longer than this after its login, however often it is
 *     renewed, and the last access token up to its own lifetime longer; key {@code session-lifetime}, default 1 d
 * @param renewWindow clients are told to renew an access token about this long before it ends; key {@code renew-window},
 *     default 5 s
 */
record TokenSettings(
        String issuer,
        Duration accessLifetime,
        Duration refreshLifetime,
        Duration sessionLifetime,
        Duration renewWindow) {
    static TokenSettings read(Section settings, App app) {
        var read = new TokenSettings(
                settings.get(AuthKeys.ISSUER).orElse(app.key()),
                settings.get(AuthKeys.ACCESS_LIFETIME),
                settings.get(AuthKeys.REFRESH_LIFETIME),
                settings.get(AuthKeys.SESSION_LIFETIME),
                settings.get(AuthKeys.RENEW_WINDOW));
        if (read.accessLifetime().toSeconds() < 1) {
            settings.problem(AuthKeys.ACCESS_LIFETIME, "tokens count in seconds. Set at least PT1S.");
        }
        checkOrder(settings, AuthKeys.ACCESS_LIFETIME, AuthKeys.REFRESH_LIFETIME);
        checkOrder(settings, AuthKeys.REFRESH_LIFETIME, AuthKeys.SESSION_LIFETIME);
        return read;
    }

    private static void checkOrder(Section settings, Key<Duration> shorter, Key<Duration> longer) {
        var least = settings.get(shorter);
        var lifetime = settings.get(longer);
        if (lifetime.compareTo(least) < 0) {
            settings.problem(
                    longer,
                    "%s is shorter than %s, which is %s. Set at least that."
                            .formatted(lifetime, shorter.name(), least));
        }
    }
}
