package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may start and stop events. */
@HelidonTest
class ManagementTest {
    private static final String EVENT = "/mgmt/shop/1x0/read-note/";

    @Inject
    WebTarget server;

    private Client client;

    @BeforeEach
    void makeClient() {
        client = new Client(server);
    }

    private HttpResponse<String> post(String path, String user) throws Exception {
        return client.send("POST", path, "Authorization", "Bearer " + client.token(user));
    }

    @Test
    void theRoleStopsAndStarts() throws Exception {
        var stopped = post(EVENT + "stop", "bob");
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.body()).startsWith("{\"event\":\"read_note\",\"state\":\"STOPPED\",\"failure\":null,");
        assertThat(post(EVENT + "stop", "bob").statusCode()).isEqualTo(409);
        assertThat(Client.json(post(EVENT + "status", "bob")).get("state").asText())
                .isEqualTo("STOPPED");
        assertThat(post(EVENT + "start", "bob").statusCode()).isEqualTo(200);
        assertThat(post(EVENT + "start", "bob").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "stop", "status"})
    void nobodyElseMay(String action) throws Exception {
        var anonymous = client.send("POST", EVENT + action);
        var forged = client.send("POST", EVENT + action, "Authorization", "Bearer a.b.c");
        var other = post(EVENT + action, "ada");

        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(Client.json(anonymous).get("msg").asText()).isEqualTo("Unsecured");
        assertThat(Client.header(anonymous, "WWW-Authenticate")).isEqualTo("Bearer realm=\"shop.1x0\"");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(Client.json(forged).get("msg").asText()).isEqualTo("Bearer");
        assertThat(Client.header(forged, "WWW-Authenticate")).startsWith("Bearer realm=\"shop.1x0\"");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(Client.json(other).get("msg").asText()).isEqualTo("Forbidden");
        assertThat(Client.json(post(EVENT + "status", "bob")).get("state").asText())
                .isIn("STARTING", "RUNNING");
    }

    @Test
    void aGetChangesNothing() throws Exception {
        var token = "Bearer " + client.token("bob");

        assertThat(client.get(EVENT + "stop", "Authorization", token).statusCode())
                .isEqualTo(405);
    }

    @Test
    void whatIsNotThereIsOnlyToldToThoseWithTheRole() throws Exception {
        assertThat(client.send("POST", "/mgmt/shop/1x0/none/stop").statusCode()).isEqualTo(401);
        assertThat(post("/mgmt/shop/1x0/none/stop", "bob").statusCode()).isEqualTo(404);
    }
}
