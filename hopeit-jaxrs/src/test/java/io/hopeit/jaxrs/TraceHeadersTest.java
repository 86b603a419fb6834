package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of clients, on a server without telemetry. */
@HelidonTest
class TraceHeadersTest {
    private static final String GREET = "/api/shop/1x0/greet/a?times=1";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    WebTarget server;

    private List<String> answered(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Target.of(server) + path));
        for (String header : headers) {
            request.header("traceparent", header);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding())
                    .headers()
                    .allValues("traceparent");
        }
    }

    @Test
    void theTraceOfARequestIsSentBack() throws Exception {
        assertThat(answered(GREET, TRACE)).containsExactly(TRACE);
    }

    @Test
    void aRefusedRequestHasItToo() throws Exception {
        assertThat(answered("/api/shop/1x0/greet/a?times=x", TRACE)).containsExactly(TRACE);
    }

    @Test
    void noTraceIsMadeUp() throws Exception {
        assertThat(answered(GREET)).isEmpty();
    }

    @Test
    void ofTwoTracesNoneIsTaken() throws Exception {
        assertThat(answered(GREET, TRACE, TRACE.replace("b7ad", "b7ae"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "me"
            })
    void aTraceThatIsNoneIsIgnored(String trace) throws Exception {
        assertThat(answered(GREET, trace)).isEmpty();
    }

    @Test
    void theApplicationsOwnResourcesSayNothing() throws Exception {
        assertThat(answered("/own", TRACE)).isEmpty();
    }
}
