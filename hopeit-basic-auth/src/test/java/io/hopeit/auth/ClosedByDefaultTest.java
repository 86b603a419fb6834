package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.AddBean;
import io.helidon.microprofile.testing.AddConfig;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.spi.FactsUnavailableException;
import io.hopeit.spi.SharedFacts;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What is not said, or not known, is refused. */
@HelidonTest
@AddConfig(key = "hopeit.security.deny-by-default", value = "true")
@AddBean(ClosedByDefaultTest.Down.class)
class ClosedByDefaultTest {
    @Inject
    WebTarget server;

    /** Whose server is down. */
    @Alternative
    @Priority(1)
    static class Down implements SharedFacts {
        @Override
        public void remember(String key, Duration duration) {
            throw new FactsUnavailableException("redis is down", null);
        }

        @Override
        public boolean knows(String key) {
            throw new FactsUnavailableException("redis is down", null);
        }
    }

    @Test
    void anEventThatNobodyHasSaidAnythingAboutIsClosed() throws Exception {
        var client = new Client(server, "/closed");

        assertThat(client.get("/api/shop/1x0/open").statusCode()).isEqualTo(401);
        assertThat(client.withToken("/api/shop/1x0/open", client.token("ada")).statusCode())
                .isEqualTo(403);
        assertThat(client.withToken("/api/shop/1x0/who", client.token("ada")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theCookieIsForThePlaceWhereTheServerHasTheApplication() throws Exception {
        var client = new Client(server, "/closed");
        var place = URI.create(client.server()).getPath(); // none on Helidon

        assertThat(Client.header(client.login("ada", "päss €"), "Set-Cookie"))
                .contains("; Path=" + place + "/api/shop/1x0/;");
    }

    @Test
    @DisabledIfSystemProperty(named = "test.liberty", matches = ".+", disabledReason = "the facts there are not down")
    void withoutAStoreOfFactsNoSessionGoesOnOrEnds() throws Exception {
        var client = new Client(server, "/closed");
        var cookie = Client.cookie(client.login("ada", "päss €"));

        for (String event : new String[] {"refresh", "logout"}) {
            var response = client.get(Client.PLUGIN + event, "Cookie", cookie);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Client.header(response, "Retry-After")).isEqualTo("1");
            assertThat(Client.header(response, "Set-Cookie")).isEmpty();
            assertThat(Client.header(response, "X-Track-Request-Id")).isNotEmpty();
            assertThat(response.body()).doesNotContain("redis");
        }
    }
}
