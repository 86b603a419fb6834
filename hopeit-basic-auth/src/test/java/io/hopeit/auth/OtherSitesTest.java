package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.AddConfig;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import org.junit.jupiter.api.Test;

/** The application's pages are on another site than its events. */
@HelidonTest
@AddConfig(key = "hopeit.app.cors-origins", value = "https://pages.example")
@AddConfig(key = "hopeit.basic-auth.cookie-same-site", value = "none")
class OtherSitesTest {
    @Inject
    WebTarget server;

    private int refresh(String origin) throws Exception {
        var client = new Client(server);
        var cookie = Client.cookie(client.login("ada", "päss €"));
        return client.get(Client.PLUGIN + "refresh", "Cookie", cookie, "Sec-Fetch-Site", "cross-site", "Origin", origin)
                .statusCode();
    }

    @Test
    void pagesOfAnOriginThatIsListedRenewASession() throws Exception {
        assertThat(refresh("https://pages.example")).isEqualTo(200);
    }

    @Test
    void pagesOfAnotherOriginDoNot() throws Exception {
        assertThat(refresh("https://other.example")).isEqualTo(403);
    }
}
