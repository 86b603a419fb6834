package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.ws.rs.core.NewCookie;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {
    private static String text(String value) {
        return SetCookie.text(new NewCookie.Builder("a").value(value).build());
    }

    @Test
    void hasEachAttributeInOneOrder() {
        var cookie = new NewCookie.Builder("a")
                .sameSite(NewCookie.SameSite.STRICT)
                .httpOnly(true)
                .secure(true)
                .expiry(Date.from(Instant.parse("2026-02-03T04:05:06.7Z")))
                .maxAge(60)
                .domain("shop.example")
                .path("/api b")
                .value("1")
                .build();

        assertThat(SetCookie.text(cookie))
                .isEqualTo("a=1; Path=/api b; Domain=shop.example; Max-Age=60; Expires=Tue, 03 Feb 2026 04:05:06 GMT; "
                        + "Secure; HttpOnly; SameSite=Strict");
    }

    @Test
    void hasNoAttributeThatWasNotSet() {
        assertThat(text("1")).isEqualTo("a=1");
        assertThat(text(null)).isEqualTo("a=");
        assertThat(SetCookie.text(new NewCookie.Builder("a").maxAge(-2).build()))
                .isEqualTo("a=");
    }

    @Test
    void knowsNoCommentAndNoVersion() {
        var cookie =
                new NewCookie.Builder("a").value("1").version(1).comment("b;c").build();

        assertThat(SetCookie.text(cookie)).isEqualTo("a=1");
    }

    @ParameterizedTest
    @EnumSource(NewCookie.SameSite.class)
    void saysFromWhichSitesItIsSent(NewCookie.SameSite site) {
        assertThat(SetCookie.text(new NewCookie.Builder("a").sameSite(site).build()))
                .isEqualToIgnoringCase("a=; SameSite=" + site);
    }

    @Test
    void anExpiryIsADateOfAnyKindAndHasAYearOfFourDigits() {
        assertThat(SetCookie.text(new NewCookie.Builder("a")
                        .expiry(new java.sql.Date(
                                Instant.parse("2026-02-03T04:05:06Z").toEpochMilli()))
                        .build()))
                .isEqualTo("a=; Expires=Tue, 03 Feb 2026 04:05:06 GMT");
        assertThat(SetCookie.text(new NewCookie.Builder("a")
                        .expiry(new Date(Long.MAX_VALUE))
                        .build()))
                .isEqualTo("a=; Expires=Fri, 31 Dec 9999 23:59:59 GMT");
        assertThat(SetCookie.text(new NewCookie.Builder("a")
                        .expiry(new Date(Long.MIN_VALUE))
                        .build()))
                .isEqualTo("a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @Test
    void aValueIsAsItIsWithAllCharactersThatCookiesMayHave() {
        var characters = "!#$%&'()*+-./0123456789:<=>?@AZ[]^_`az{|}~";

        assertThat(text(characters)).isEqualTo("a=" + characters);
        assertThat(text("\"" + characters + "\"")).isEqualTo("a=\"" + characters + "\"");
    }

    @Test
    void aValueWithBlanksIsInQuotes() {
        assertThat(text("Refresh a.b=")).isEqualTo("a=\"Refresh a.b=\"");
        assertThat(text("\"Refresh a.b=\"")).isEqualTo("a=\"Refresh a.b=\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b",
                "a,b",
                "a\\b",
                "a\"b",
                "\"",
                "\"a",
                "a\"",
                "\"a\"b\"",
                "a\tb",
                "a\r\nX: y",
                "\u007f",
                "é",
                "\u20ac"
            })
    void aValueThatCookiesCannotHaveIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(value))
                .withMessage("the value of the cookie a has a character that cookies cannot have: encode it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a;b", "a,b", "\"a\"", "a\r\nX: y", "é"})
    void aNameThatCookiesCannotHaveIsRefused(String name) {
        var cookie = new NewCookie.Builder(name).build();

        assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.text(cookie));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a;b", "/a\r\nX: y", "/\u007f", "/é"})
    void aPathThatCookiesCannotHaveIsRefused(String path) {
        var cookie = new NewCookie.Builder("a").path(path).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SetCookie.text(cookie))
                .withMessageStartingWith("the path of the cookie a has a character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "a b", "a,b", "a..b", "a\r\nX: y", "é.example"})
    void aDomainThatCookiesCannotHaveIsRefused(String domain) {
        var cookie = new NewCookie.Builder("a").domain(domain).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SetCookie.text(cookie))
                .withMessage(
                        "the domain of the cookie a is none such as shop.example: leave it out for this host only");
    }
}
