package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code X-Track-Request-Ts}, which is published as a date-time. */
@HelidonTest
class RequestTimeTest {
    @Inject
    WebTarget server;

    private String answered(String time) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Target.of(server) + "/api/shop/1x0/greet/a?times=1"))
                .header("X-Track-Request-Ts", time);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("X-Track-Request-Ts")
                    .orElse("");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-21T05:16:15.860412+00:00", "2026-11-21T05:16:15Z", "2026-11-21T05:16:15.860412123-11:30"
            })
    void aTimeIsSentBackAsItCame(String time) throws Exception {
        assertThat(answered(time)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "then",
                "",
                "2026-11-21",
                "2026-11-21T05:16:15",
                "2026-02-30T05:16:15Z",
                "2026-11-21T05:16Z",
                "2026-11-21T05:16:15.000Z00000"
            })
    void whatIsNoTimeIsReplacedByThePresent(String time) throws Exception {
        assertThat(answered(time)).endsWith("+00:00").isNotEqualTo(time);
    }
}
