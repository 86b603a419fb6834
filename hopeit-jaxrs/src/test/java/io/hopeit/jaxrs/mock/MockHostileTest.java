package io.hopeit.jaxrs.mock;

import static io.hopeit.jaxrs.mock.MockServer.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are meant to do harm, in what they say. */
@HelidonTest
class MockHostileTest {
    private static final String FIELDS =
            "{\"id\":\"a1\",\"text\":\"t\",\"number\":1,\"flag\":true,\"ratio\":1.5,\"list\":[\"l\"],\"map\":{\"k\":\"v\"}}";

    @Inject
    WebTarget target;

    private MockServer server;

    @BeforeEach
    void connect() {
        server = new MockServer(Target.of(target));
    }

    private void isRefused(String body) throws Exception {
        var response = server.post("mock-fields", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/status").asInt()).isEqualTo(400);
    }

    @Test
    void whatIsMeantWellPasses() throws Exception {
        assertThat(server.post("mock-fields", FIELDS).body()).isEqualTo(FIELDS);
    }

    @Test
    void jsonThatIsTooDeepIsRefused() throws Exception {
        isRefused("[".repeat(65) + "]".repeat(65));
        isRefused("{\"x\":" + "[".repeat(100_000));
        isRefused("{\"unknown\":" + "{\"a\":".repeat(65) + "1" + "}".repeat(65) + "}");
    }

    @Test
    void aNumberThatIsTooLongIsRefused() throws Exception {
        isRefused("{\"number\":" + "9".repeat(101) + "}");
        isRefused("{\"unknown\":" + "9".repeat(101) + "}");
        isRefused("{\"number\":1e999999999}");
    }

    @Test
    void aNameThatIsTooLongIsRefused() throws Exception {
        isRefused("{\"" + "x".repeat(257) + "\":1}");
    }

    @Test
    void manySmallValuesCostNoMoreThanTheirBytes() throws Exception {
        var body = "{\"unknown\":[" + "[],".repeat(340_000) + "[]]}";

        assertThat(quickest(() -> assertThat(server.post("mock-fields", body).statusCode())
                        .isEqualTo(400)))
                .isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"map\":{\"a\":\"1\",\"a\":\"2\"}}",
                "{}{}",
                "{} x",
                "{\"number\":null}",
                "{\"number\":1.5}",
                "{\"number\":2147483648}",
                "{\"text\":1}",
                "{\"text\":true}",
                "{\"text\":{}}",
                "{\"list\":\"l\"}",
                "{\"list\":[1]}",
                "{\"ratio\":NaN}",
                "{'id':'a'}",
                "{\"id\":\"a\",}",
                "{/**/}",
                "\u0000",
                "[]",
                "\"text\"",
                "1"
            })
    void whatIsNotQuiteTheJsonThatIsNeededIsRefused(String body) throws Exception {
        isRefused(body);
    }

    @Test
    void membersThatNobodyKnowsAreIgnored() throws Exception {
        var body = FIELDS.replace("{\"id\"", "{\"admin\":true,\"class\":\"x\",\"@class\":\"java.net.URL\",\"id\"");

        assertThat(server.post("mock-fields", body).body()).isEqualTo(FIELDS);
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithAndWithoutItsLength() throws Exception {
        var large = ("{\"text\":\"" + "x".repeat(11 << 20) + "\"}").getBytes(UTF_8);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertThat(server.raw("POST /api/mock/1x0/mock-fields HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 11534336\r\n\r\n{\"text\":\""))
                .startsWith("HTTP/1.1 413");
        assertThat(server.send("POST", "mock-fields", chunked, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${env:HOME}",
                "${java.version}",
                "#{7*7}",
                "${7*7}",
                "${jndi:ldap://127.0.0.1:%d/x}",
                "%%{7*7}",
                "{{7*7}}",
                "<script>",
                "'; DROP TABLE x; --"
            })
    void nothingIsMadeOfWhatATextSays(String template) throws Exception {
        try (var canary = new ServerSocket(0)) {
            canary.setSoTimeout(200);
            var text = template.formatted(canary.getLocalPort());
            var body = FIELDS.replace("\"t\"", "\"" + text + "\"")
                    .replace("\"l\"", "\"" + text + "\"")
                    .replace("\"k\":\"v\"", "\"" + text + "\":\"" + text + "\"");
            var coded = URLEncoder.encode(text, UTF_8).replace("+", "%20");
            var arguments = server.get(
                    "mock-arguments/" + coded + "?a=" + coded + "&many=" + coded,
                    "X-Some",
                    text,
                    "X-Track-Request-Id",
                    text);

            assertThat(server.post("mock-fields", body).body()).isEqualTo(body);
            assertThat(read(arguments).at("/path").asText()).isEqualTo(text);
            assertThat(read(arguments).at("/a").asText()).isEqualTo(text);
            assertThat(read(arguments).at("/header").asText()).isEqualTo(text);
            assertThat(arguments.headers().firstValue("X-Track-Request-Id")).hasValue(text);
            assertThat(server.post("mock-fields", FIELDS.replace("a1", "A" + text))
                            .body())
                    .contains("\"field\":\"id\"")
                    .doesNotContain("49");
            Assertions.assertThrows(java.net.SocketTimeoutException.class, canary::accept);
        }
    }

    @ParameterizedTest
    @CsvSource({"?a=1&a=2,a", "?a=1&a=1,a", "?a=&a=,a"})
    void anArgumentThatIsGivenTwiceIsRefused(String query, String field) throws Exception {
        var response = server.get("mock-arguments/p" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void anArgumentOfManyValuesMayBeGivenOften() throws Exception {
        assertThat(read(server.get("mock-arguments/p?many=1&many=2&b=1&b=2")).at("/many"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml", "text/plain", "application/x-java-serialized-object"})
    void whatIsNoJsonIsNotRead(String type) throws Exception {
        var xxe = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";
        var response = server.send("POST", "mock-fields", BodyPublishers.ofString(xxe), "Content-Type", type);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).doesNotContain("root:");
    }

    @Test
    void aLongTextIsCheckedQuickly() throws Exception {
        var body = FIELDS.replace("a1", "a".repeat(100_000) + "!");

        assertThat(quickest(() -> {
                    var response = server.post("mock-fields", body);
                    assertThat(response.statusCode()).isEqualTo(400);
                    assertThat(response.body().length()).isLessThan(1000);
                }))
                .isLessThan(Duration.ofSeconds(2));
    }

    /** Of three times: each can be held up by something else, but none is quicker than its own work. */
    private static Duration quickest(Executable work) throws Exception {
        var quickest = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            var start = Instant.now();
            assertThatCode(work::execute).doesNotThrowAnyException();
            var took = Duration.between(start, Instant.now());
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        return quickest;
    }

    private long series() throws Exception {
        return server.get("/metrics", "Accept", "text/plain")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> line.contains("hopeit") || line.contains("REST"))
                .count();
    }

    private void askForRandomThings() throws Exception {
        for (int i = 0; i < 50; i++) {
            var id = UUID.randomUUID().toString();
            server.get(id);
            server.get("mock-arguments/" + id + "?a=" + id, "X-Track-Request-Id", id);
            server.send("M" + id.substring(0, 8), "mock-event", BodyPublishers.noBody());
        }
    }

    @Test
    void randomPathsAndIdsMakeNoNewMetrics() throws Exception {
        askForRandomThings();
        long before = series();
        askForRandomThings();

        assertThat(series()).isEqualTo(before);
    }
}
