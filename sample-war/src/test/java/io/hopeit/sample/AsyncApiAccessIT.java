package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Who reads the document of streams when it is for a role. */
@DisabledIf("io.hopeit.sample.SampleServer#isElsewhere")
class AsyncApiAccessIT {
    private static SampleServer server;

    @BeforeAll
    static void start() throws IOException {
        server = SampleServer.start("", "-Dhopeit.asyncapi.role=hopeit-admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int statusAs(String user, String password) throws IOException {
        return server.get("/asyncapi", "Authorization", "Bearer " + server.token(user, password))
                .statusCode();
    }

    @Test
    void onlyThatRoleReadsIt() throws Exception {
        assertThat(server.get("/asyncapi").statusCode()).isEqualTo(401);
        assertThat(statusAs("user", "pass")).isEqualTo(403);
        assertThat(statusAs("admin", "admin")).isEqualTo(200);
    }
}
