package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.AddBean;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.Test;

/** The server does not serve the application at its root. */
@HelidonTest
@AddBean(BasePathTest.Place.class)
class BasePathTest {
    @Inject
    WebTarget server;

    /** Without a scope, so that no other test finds it. */
    @ApplicationPath("/place")
    @LoginConfig(authMethod = "MP-JWT", realmName = "hopeit")
    static class Place extends Application {}

    @Test
    void theCookieIsSentBackToWhereTheApplicationIsServed() throws Exception {
        var client = new Client(server.getUri() + "/place");
        var login = client.login("ada", "päss €");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(Client.header(login, "Set-Cookie")).contains("; Path=/place/api/shop/1x0/;");
    }

    @Test
    void theCookieIsDeletedWhereItWasSet() throws Exception {
        var client = new Client(server.getUri() + "/place");
        var logout = client.get(Client.PLUGIN + "logout", "Cookie", Client.cookie(client.login("ada", "päss €")));

        assertThat(Client.header(logout, "Set-Cookie")).contains("; Path=/place/api/shop/1x0/;");
    }
}
