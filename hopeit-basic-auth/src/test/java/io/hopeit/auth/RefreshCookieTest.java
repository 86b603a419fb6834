package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.auth.CookieSettings.SameSite;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshCookieTest {
    private static final RefreshCookie COOKIE =
            new RefreshCookie(new CookieSettings(Optional.empty(), true, SameSite.STRICT), Duration.ofHours(1));

    private static String header(NewCookie cookie) {
        return RuntimeDelegate.getInstance()
                .createHeaderDelegate(NewCookie.class)
                .toString(cookie);
    }

    @Test
    void hasTheNameValueAndAttributesOfHopeitAndIsProtected() {
        assertThat(header(COOKIE.with(Given.APP, "a.b.c")))
                .isEqualTo("shop.1x0.refresh=\"Refresh a.b.c\";Version=1;Path=/api/shop/1x0/;Max-Age=3600;Secure;"
                        + "HttpOnly;SameSite=Strict");
    }

    @Test
    void isSentWhereConfigurationSays() {
        var cookie = new RefreshCookie(
                new CookieSettings(Optional.of("example.com"), false, SameSite.LAX), Duration.ofMinutes(5));

        assertThat(header(cookie.with(Given.APP, "a.b.c")))
                .isEqualTo("shop.1x0.refresh=\"Refresh a.b.c\";Version=1;Domain=example.com;Path=/api/shop/1x0/;"
                        + "Max-Age=300;HttpOnly;SameSite=Lax");
    }

    @Test
    void isDeletedWhereItWasSet() {
        assertThat(header(COOKIE.deletion(Given.APP)))
                .isEqualTo("shop.1x0.refresh=;Version=1;Path=/api/shop/1x0/;Max-Age=0;Secure;HttpOnly;SameSite=Strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refresh a.b-_.c", "\"Refresh a.b-_.c\"", "refresh a.b-_.c"})
    void theTokenIsReadWithOrWithoutQuotes(String value) {
        assertThat(RefreshCookie.token(value)).contains("a.b-_.c");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a.b.c", "Refresh", "Refresh ", "Refresh  a.b.c", "Bearer a.b.c", "Refresh a.b.c d"})
    void anyOtherValueHasNoToken(String value) {
        assertThat(RefreshCookie.token(value)).isEmpty();
    }
}
