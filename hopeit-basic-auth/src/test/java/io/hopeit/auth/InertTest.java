package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.AddConfig;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import org.junit.jupiter.api.Test;

/** The jar is there, but no application lists the plugin, and nothing is configured for it. */
@HelidonTest
@AddConfig(key = "hopeit.app.plugins", value = "")
@AddConfig(key = "hopeit.apps.billing.plugins", value = "")
@AddConfig(key = "hopeit.enabled-groups", value = "none")
@AddConfig(key = "hopeit.basic-auth.private-key", value = "")
@AddConfig(key = "hopeit.basic-auth.public-key", value = "")
@AddConfig(key = "mp.jwt.verify.publickey.location", value = "")
@AddConfig(key = "mp.jwt.verify.issuer", value = "")
@AddConfig(key = "mp.jwt.verify.audiences", value = "")
class InertTest {
    @Inject
    WebTarget server;

    @Test
    void theApplicationIsServedAsWithoutIt() throws Exception {
        var client = new Client(server, "/inert");

        assertThat(client.get("/api/shop/1x0/open").statusCode()).isEqualTo(200);
        assertThat(client.login("ada", "päss €").statusCode()).isEqualTo(404);
    }

    @Test
    void itsOwnRouteRefusesEverybody() throws Exception {
        var client = new Client(server, "/inert");
        var token = new Tokens(Given.TOKENS, Given.newKeys())
                .access(Given.APP, Given.ADA)
                .text();

        assertThat(client.get("/api/basic-auth/1x0/decode").statusCode()).isEqualTo(401);
        assertThat(client.withToken("/api/basic-auth/1x0/decode", token).statusCode())
                .isEqualTo(401);
    }
}
