package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.auth.CookieSettings.SameSite;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshCookieTest {
    private static final RefreshCookie COOKIE = new RefreshCookie(
            new CookieSettings(Optional.empty(), Optional.empty(), true, SameSite.STRICT), Duration.ofHours(1));

    private static NewCookie.Builder expected(String value) {
        return new NewCookie.Builder("shop.1x0.refresh")
                .value(value)
                .path("/api/shop/1x0/")
                .httpOnly(true);
    }

    @Test
    void hasTheNameValueAndAttributesOfHopeitAndIsProtected() {
        assertThat(COOKIE.with(Given.APP, "", "a.b.c"))
                .isEqualTo(expected("Refresh a.b.c")
                        .maxAge(3600)
                        .secure(true)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build());
    }

    @Test
    void isSentWhereConfigurationSays() {
        var cookie = new RefreshCookie(
                new CookieSettings(Optional.of("example.com"), Optional.empty(), false, SameSite.LAX),
                Duration.ofMinutes(5));

        assertThat(cookie.with(Given.APP, "", "a.b.c"))
                .isEqualTo(expected("Refresh a.b.c")
                        .domain("example.com")
                        .maxAge(300)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    @Test
    void isDeletedWhereItWasSet() {
        assertThat(COOKIE.deletions(Given.APP, ""))
                .containsExactly(expected("")
                        .maxAge(0)
                        .secure(true)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build());
    }

    @Test
    void oneOfThisHostIsDeletedBesideThatOfADomain() {
        var cookie = new RefreshCookie(
                new CookieSettings(Optional.of("example.com"), Optional.empty(), true, SameSite.STRICT),
                Duration.ofHours(1));
        var ofHost = expected("").maxAge(0).secure(true).sameSite(NewCookie.SameSite.STRICT);

        assertThat(cookie.deletions(Given.APP, ""))
                .containsExactlyInAnyOrder(
                        ofHost.build(), ofHost.domain("example.com").build());
    }

    @Test
    void oneOfThisHostIsDeletedWhenThatOfADomainIsSet() {
        var cookie = new RefreshCookie(
                new CookieSettings(Optional.of("example.com"), Optional.empty(), true, SameSite.STRICT),
                Duration.ofHours(1));

        assertThat(cookie.former(Given.APP, ""))
                .contains(expected("")
                        .maxAge(0)
                        .secure(true)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build());
        assertThat(COOKIE.former(Given.APP, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/, /api/shop/1x0/", "/store, /store/api/shop/1x0/"})
    void isForThePathThatConfigurationSays(String path, String sent) {
        var cookie = new RefreshCookie(
                new CookieSettings(Optional.empty(), Optional.of(path), true, SameSite.STRICT), Duration.ofHours(1));

        assertThat(cookie.with(Given.APP, "/place", "a.b.c").getPath()).isEqualTo(sent);
    }

    @Test
    void isSentBackToWhereTheServerServesTheApplication() {
        assertThat(COOKIE.with(Given.APP, "/place", "a.b.c").getPath()).isEqualTo("/place/api/shop/1x0/");
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
