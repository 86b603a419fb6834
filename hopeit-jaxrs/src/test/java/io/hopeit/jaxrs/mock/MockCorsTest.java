package io.hopeit.jaxrs.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.AddConfig;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may call events from a browser: those of some origins, and in the shop of any. */
@HelidonTest
@AddConfig(key = "hopeit.app.cors-origins", value = "*")
class MockCorsTest {
    private static final String MOCK = "/api/mock/1x0/";
    private static final String SHOP = "/api/shop/1x0/no-payload";

    @Inject
    WebTarget target;

    private MockServer server;

    @BeforeEach
    void connect() {
        server = new MockServer(Target.of(target));
    }

    /** Status and headers. */
    private String ask(String method, String path, String... headers) throws Exception {
        var pairs = Arrays.stream(headers)
                .flatMap(header -> Arrays.stream(header.split(": ", 2)))
                .toArray(String[]::new);
        var response = server.send(method, path, BodyPublishers.noBody(), pairs);
        var text = new StringBuilder("HTTP/1.1 " + response.statusCode() + "\r\n");
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> text.append(name).append(": ").append(value).append("\r\n")));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://good.example", "http://test"})
    void anOriginThatIsListedMayReadTheResponse(String origin) throws Exception {
        assertThat(ask("GET", MOCK + "mock-event?query_arg1=ok", "Origin: " + origin))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("\nAccess-Control-Allow-Origin: " + origin + "\r\n")
                .containsIgnoringCase("\nAccess-Control-Allow-Credentials: true\r\n")
                .containsIgnoringCase("\nVary: Origin\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil",
                "https://good.example.evil",
                "https://good.evil",
                "https://evilgood.example",
                "http://good.example",
                "https://good.example:444",
                "https://GOOD.example",
                "https://good.example, https://evil",
                "https://good.example/",
                "null",
                "*",
                ""
            })
    void anyOtherOriginGetsItsResponseAndNoHeader(String origin) throws Exception {
        assertThat(ask("GET", MOCK + "mock-event?query_arg1=ok", "Origin: " + origin))
                .startsWith("HTTP/1.1 200")
                .doesNotContainIgnoringCase("Access-Control-")
                .containsIgnoringCase("\nVary: Origin\r\n");
    }

    @Test
    void withoutAnOriginCachesAreToldThatItMatters() throws Exception {
        assertThat(ask("GET", MOCK + "mock-event?query_arg1=ok"))
                .containsIgnoringCase("\nVary: Origin\r\n")
                .doesNotContainIgnoringCase("Access-Control-");
    }

    @Test
    void errorsCanBeReadByAPageToo() throws Exception {
        assertThat(ask("GET", MOCK + "mock-event", "Origin: http://test"))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("\nAccess-Control-Allow-Origin: http://test\r\n");
        assertThat(ask("POST", MOCK + "mock-event/", "Origin: http://test"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("\nAccess-Control-Allow-Origin: http://test\r\n");
    }

    @Test
    void aPageMayReadTrackIds() throws Exception {
        assertThat(ask("GET", MOCK + "mock-event?query_arg1=ok", "Origin: http://test"))
                .containsPattern("(?i)Access-Control-Expose-Headers: .*X-Status.*X-Track-Request-Id");
    }

    @Test
    void aPageMayReadWhatTheEventHasSetAndWhatItNames() throws Exception {
        var response = server.send(
                "POST",
                MOCK + "mock-amount",
                BodyPublishers.ofString("{\"value\":1}"),
                "Content-Type",
                "application/json",
                "Origin",
                "http://test");

        assertThat(response.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElseThrow())
                .containsIgnoringCase("Location")
                .containsIgnoringCase("x-total")
                .contains("Server-Timing")
                .doesNotContainIgnoringCase("Access-Control")
                .doesNotContainIgnoringCase("Vary");
    }

    @Test
    void anyOriginMayReadWithoutCredentialsWhereAnyIsAllowed() throws Exception {
        assertThat(ask("POST", SHOP, "Origin: https://evil"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("\nAccess-Control-Allow-Origin: *\r\n")
                .doesNotContainIgnoringCase("Access-Control-Allow-Credentials")
                .doesNotContain("https://evil");
    }

    @Test
    void aQuestionIsAnsweredForAnAllowedOrigin() throws Exception {
        int before = MockGate.RUNS.get();

        assertThat(ask(
                        "OPTIONS",
                        MOCK + "mock-gate",
                        "Origin: http://test",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type, x-track-request-id"))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("\nAccess-Control-Allow-Origin: http://test\r\n")
                .containsIgnoringCase("\nAccess-Control-Allow-Methods: OPTIONS, POST\r\n")
                .containsIgnoringCase("\nAccess-Control-Allow-Headers: content-type, x-track-request-id\r\n")
                .containsIgnoringCase("\nAccess-Control-Max-Age: 600\r\n")
                .containsIgnoringCase("\nVary: Origin");
        assertThat(MockGate.RUNS.get()).isEqualTo(before);
    }

    @Test
    void aQuestionOfAnotherOriginIsAnsweredWithNothingAllowed() throws Exception {
        assertThat(ask(
                        "OPTIONS",
                        MOCK + "mock-gate",
                        "Origin: https://evil",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: x-evil"))
                .startsWith("HTTP/1.1 204")
                .doesNotContainIgnoringCase("Access-Control-")
                .doesNotContain("evil");
    }

    @Test
    void aRouteOutsideTheApplicationsHasItsOriginsToo() throws Exception {
        assertThat(ask("GET", "/custom/1/part", "Origin: http://test"))
                .containsIgnoringCase("\nAccess-Control-Allow-Origin: http://test\r\n");
        assertThat(ask("OPTIONS", "/custom/1/part", "Origin: http://test", "Access-Control-Request-Method: GET"))
                .containsIgnoringCase("\nAccess-Control-Allow-Methods: GET, HEAD, OPTIONS\r\n");
    }

    @Test
    void pathsThatAreNoEventsHaveNone() throws Exception {
        assertThat(ask("GET", "/own", "Origin: http://test")).doesNotContainIgnoringCase("Access-Control-");
        assertThat(ask("GET", MOCK + "nowhere", "Origin: http://test")).doesNotContainIgnoringCase("Access-Control-");
    }
}
