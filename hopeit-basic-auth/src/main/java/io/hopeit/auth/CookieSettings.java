package io.hopeit.auth;

import io.hopeit.config.Section;
import io.hopeit.config.WireName;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * What {@code hopeit.basic-auth.cookie-*} says about the cookie with the refresh token.
 *
 * <p>{@code refresh} and {@code logout} answer 403 where a browser says that a page of another site has sent the request
 * ({@code Sec-Fetch-Site: cross-site}), unless {@code hopeit.app.cors-origins} lists that page's origin. What is left
 * with {@code lax} and {@code none}: browsers do not say so by plain HTTP, and old ones never; other hosts of the same
 * site are no other site, with {@code strict} neither; and what other events do with the cookie is theirs to defend.
 *
 * @param domain the hosts it is sent to, with their subdomains; key {@code cookie-domain}, default the very host that has
 *     set it
 * @param path where browsers see the root of the server's routes; key {@code cookie-path}, default where the server has it
 * @param secure whether it is sent by HTTPS only; key {@code cookie-secure}, default true
 * @param sameSite from which sites' pages it is sent; key {@code cookie-same-site}, default {@code strict}
 */
record CookieSettings(Optional<String> domain, Optional<String> path, boolean secure, SameSite sameSite) {
    /** From which sites' pages a cookie is sent. */
    enum SameSite implements WireName {
        /** From those of the application's own site. */
        STRICT("strict", NewCookie.SameSite.STRICT),
        /** Also when a link leads here from another one; {@code refresh} and {@code logout} refuse that. */
        LAX("lax", NewCookie.SameSite.LAX),
        /**
         * From any; {@code refresh} and {@code logout} take it from origins that {@code hopeit.app.cors-origins} lists, as
         * far as browsers say where a request is from, and the application has to defend its other events against forged
         * requests.
         */
        NONE("none", NewCookie.SameSite.NONE);

        private final String wireName;
        private final NewCookie.SameSite attribute;

        SameSite(String wireName, NewCookie.SameSite attribute) {
            this.wireName = wireName;
            this.attribute = attribute;
        }

        @Override
        public String wireName() {
            return wireName;
        }

        NewCookie.SameSite attribute() {
            return attribute;
        }
    }

    static CookieSettings read(Section settings) {
        var read = new CookieSettings(
                settings.get(AuthKeys.COOKIE_DOMAIN),
                settings.get(AuthKeys.COOKIE_PATH),
                settings.get(AuthKeys.COOKIE_SECURE),
                settings.get(AuthKeys.COOKIE_SAME_SITE));
        if (!read.secure() && read.sameSite() == SameSite.NONE) {
            settings.problem(
                    AuthKeys.COOKIE_SAME_SITE,
                    "browsers ignore \"none\" in a cookie that is not secure. Set cookie-secure.");
        }
        return read;
    }
}
