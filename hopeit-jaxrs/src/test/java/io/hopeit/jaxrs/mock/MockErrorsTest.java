package io.hopeit.jaxrs.mock;

import static io.hopeit.jaxrs.mock.MockServer.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see when something is wrong: one shape, with track ids, and nothing of the inside. */
@HelidonTest
class MockErrorsTest {
    private static final String SHOP = "/api/shop/1x0/";

    @Inject
    WebTarget target;

    private MockServer server;

    @BeforeEach
    void connect() {
        server = new MockServer(Target.of(target));
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET|mock-event|-|-|-|400",
                "POST|mock-post|{|application/json|-|400",
                "POST|mock-post|{}{}|application/json|-|400",
                "POST|mock-event|-|-|-|405",
                "GET|mock-event?query_arg1=ok|-|-|image/png|406",
                "POST|mock-post|<a/>|text/xml|-|415",
                "POST|mock-post|a|-|-|400",
                "POST|mock-form|a=1|application/x-www-form-urlencoded|-|415",
                "GET|mock-event?query_arg1=fail|-|-|-|500",
                "GET|/api/shop/1x0/streams/answer?kind=checked|-|-|-|500",
                "GET|/api/shop/1x0/unavailable|-|-|-|503",
                "GET|mock-timeout?millis=60000|-|-|-|504",
                "GET|/custom/x/part|-|-|-|400"
            })
    void eachErrorHasOneShapeAndTrackIds(
            String method, String path, String body, String contentType, String accept, int status) throws Exception {
        var response = server.send(
                method,
                path,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                "X-Track-Request-Id",
                "rq-1",
                "Accept",
                accept == null ? "*/*" : accept,
                contentType == null ? "X-None" : "Content-Type",
                contentType == null ? "1" : contentType);
        var error = read(response);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("application/json");
        assertThat(header(response, "X-Track-Request-Id")).isEqualTo("rq-1");
        assertThat(header(response, "X-Event-App")).endsWith(".1x0");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(error.at("/status").asInt()).isEqualTo(status);
        assertThat(error.at("/msg").asText())
                .isNotBlank()
                .isEqualTo(error.at("/detail").asText());
        assertThat(response.body())
                .doesNotContainPattern("at [a-z]+\\.|Exception|\\.java|io\\.hopeit|jakarta|/tmp|AssertionError");
    }

    @Test
    void whatIsNotThereHasTheSameShape() throws Exception {
        var response = server.get("no%20such/../thing%3Cscript%3E");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(read(response).at("/status").asInt()).isEqualTo(404);
        assertThat(response.body()).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock-event?query_arg1=no-ok", "nowhere", "mock-event?query_arg1=fail"})
    void whatAnotherServerAnswersIsNotHandedOn(String other) throws Exception {
        var url = URLEncoder.encode(server.at(other).toString(), StandardCharsets.UTF_8);
        var response = server.get("mock-caller?url=" + url);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(header(response, "Set-Cookie")).isEmpty();
        assertThat(read(response).at("/id").asText()).isNotEmpty();
        assertThat(read(response).at("/msg").asText())
                .isEqualTo("the request failed because of an error on the server");
    }

    @Test
    void whatAnEventMakesOfAnAnswerIsItsOwn() throws Exception {
        var url = URLEncoder.encode(server.at("nowhere").toString(), StandardCharsets.UTF_8);
        var response = server.get("mock-caller?tells=true&url=" + url);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(read(response).at("/msg").asText()).isEqualTo("no such thing there");
    }

    @Test
    void onlyWhatMayBeBetterSoonSaysWhenToTryAgain() throws Exception {
        assertThat(header(server.get(SHOP + "unavailable"), "Retry-After")).isEqualTo("1");
        assertThat(header(server.get("mock-event?query_arg1=fail"), "Retry-After"))
                .isEmpty();
    }

    @Test
    void moreAtOnceThanAnEventTakesAreRefusedAndNotQueued() throws Exception {
        var request = HttpRequest.newBuilder(server.at("mock-bulkhead")).build();
        var sent = Stream.generate(() -> server.client().sendAsync(request, BodyHandlers.ofString()))
                .limit(20)
                .toList();
        var refused = sent.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.statusCode() != 200)
                .toList();

        assertThat(refused).isNotEmpty().hasSizeLessThan(20).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(header(response, "Retry-After")).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/mock/1x0/mock-event?query_arg1=ok",
                "/api/mock/1x0/mock-page?name=a",
                "/api/mock/1x0/mock-download?kind=stream",
                "/api/mock/1x0/mock-event",
                "/api/mock/1x0/nowhere"
            })
    void noResponseIsGuessedAtOrNamesTheServer(String path) throws Exception {
        var response = server.get(path);

        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.headers().map().keySet())
                .doesNotContain("server", "Server", "x-powered-by", "X-Powered-By", "set-cookie2");
    }

    @Test
    void noCookieIsSetThatTheEventDoesNotSet() throws Exception {
        assertThat(server.post("mock-post", "{\"value\":\"a\"}").headers().map())
                .doesNotContainKey("set-cookie");
    }

    @Test
    void traceIsRefused() throws Exception {
        var answer = server.raw(
                "TRACE /api/mock/1x0/mock-event HTTP/1.1\r\nHost: localhost\r\nX-Secret: s3cret\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 (405|501|400|403)").doesNotContain("s3cret");
    }

    @Test
    void aMethodThatNobodyKnowsIsRefused() throws Exception {
        assertThat(server.send("BREW", "mock-event", BodyPublishers.noBody()).statusCode())
                .isBetween(400, 501)
                .isNotEqualTo(500);
    }
}
