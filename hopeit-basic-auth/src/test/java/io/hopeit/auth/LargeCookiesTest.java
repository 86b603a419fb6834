package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.auth.CookieSettings.SameSite;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeCookiesTest {
    private final LargeCookies cookies = new LargeCookies();

    /** With name, value and quotes it has so many bytes. */
    private static NewCookie cookie(int bytes) {
        var cookie = new RefreshCookie(
                new CookieSettings(Optional.empty(), Optional.empty(), true, SameSite.STRICT), Duration.ofHours(1));
        int others = (RefreshCookie.name(Given.APP) + "\"Refresh \"").length();
        return cookie.with(Given.APP, "", "x".repeat(bytes - others));
    }

    private List<String> warnings(Runnable work) {
        try (var warnings = new Warnings()) {
            work.run();
            return List.copyOf(warnings.texts());
        }
    }

    @Test
    void oneThatBrowsersDropIsToldOnceForEachUser() {
        var texts = warnings(() -> {
            cookies.check("ada", cookie(4097));
            cookies.check("ada", cookie(4097));
            cookies.check("bob\n", cookie(5000));
        });

        assertThat(texts)
                .containsExactly(
                        "The refresh cookie of ada has 4097 bytes, and browsers drop one of more than 4096: they cannot "
                                + "refresh. Give the user fewer roles, or roles with shorter names.",
                        "The refresh cookie of bob? has 5000 bytes, and browsers drop one of more than 4096: they cannot "
                                + "refresh. Give the user fewer roles, or roles with shorter names.");
    }

    @Test
    void oneThatBrowsersKeepIsNotWorthAWord() {
        assertThat(warnings(() -> cookies.check("ada", cookie(4096)))).isEmpty();
    }

    @Test
    void aHundredUsersAreEnough() {
        assertThat(warnings(() -> IntStream.range(0, 200).forEach(i -> cookies.check("user" + i, cookie(4097)))))
                .hasSize(100);
    }
}
