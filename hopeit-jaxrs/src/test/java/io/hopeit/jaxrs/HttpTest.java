package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of the shop's events see. */
@HelidonTest
class HttpTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BASE = "/api/shop/1x0/";

    @Inject
    WebTarget server;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
        var uri = URI.create(Target.of(server) + path);
        return client.send(request.uri(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder();
        return send(headers.length == 0 ? request : request.headers(headers), path);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder().POST(BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        return send(headers.length == 0 ? request : request.headers(headers), path);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        return MAPPER.readTree(response.body());
    }

    private static final String ORDER = """
            {"id":"o1","customer":{"name":"n"},"note":"x","at":"2026-11-21T05:16:15.860412Z","lines":[{"article":"a","quantity":2}]}""";

    @Test
    void aJsonBodyIsReadAndTheResultWritten() throws Exception {
        var response = post(BASE + "echo-order", ORDER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(ORDER);
    }

    @Test
    void absentMembersAreWrittenAsNull() throws Exception {
        assertThat(post(BASE + "echo-order", "{\"id\":\"o1\",\"customer\":{\"name\":\"n\"}}")
                        .body())
                .isEqualTo("{\"id\":\"o1\",\"customer\":{\"name\":\"n\"},\"note\":null,\"at\":null,\"lines\":null}");
    }

    @Test
    void pathQueryAndHeaderParametersAreBoundWithTheirTypes() throws Exception {
        var response = get(BASE + "greet/a%20b?times=2&day=2026-11-21&tone=RUDE&n=1&n=2", "X-Loud", "true");

        assertThat(response.body())
                .isEqualTo("{\"name\":\"a b\",\"times\":2,\"day\":\"2026-11-21\",\"tone\":\"RUDE\","
                        + "\"numbers\":[1,2],\"loud\":true}");
    }

    @Test
    void parametersHaveDefaultsAndOptionalOnesMayBeAbsent() throws Exception {
        assertThat(get(BASE + "greet/a?times=2").body())
                .isEqualTo("{\"name\":\"a\",\"times\":2,\"day\":null,\"tone\":\"KIND\",\"numbers\":[],\"loud\":false}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greet/a|times|is required",
                "greet/a?times=x|times|must be a whole number",
                "greet/a?times=2.5|times|must be a whole number",
                "greet/a?times=9|times|must be less than or equal to 3",
                "greet/a?times=1&day=monday|day|must be in ISO-8601",
                "greet/a?times=1&tone=SOFT|tone|must be one of KIND, RUDE",
                "greet/a?times=1&n=1&n=z|n|must be a whole number"
            })
    void aWrongParameterIsNamed(String path, String field, String message) throws Exception {
        var response = get(BASE + path);
        var body = json(response);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(body.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(body.at("/errors/0/message").asText()).isEqualTo(message);
        assertThat(body.at("/msg").asText()).isEqualTo(field + " " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"\",\"customer\":{\"name\":\"n\"}}|id|must not be blank",
                "{\"id\":\"o1\"}|customer|must not be null",
                "{\"id\":\"o1\",\"customer\":{\"name\":\" \"}}|customer.name|must not be blank",
                "{\"id\":\"o1\",\"customer\":{\"name\":\"n\"},\"lines\":[{\"article\":\"a\",\"quantity\":0}]}"
                        + "|lines[0].quantity|must be greater than or equal to 1",
                "{\"id\":1}|id|must be a text",
                "{\"at\":\"now\"}|at|must be a date or time in ISO-8601",
                "{\"lines\":[{\"article\":\"a\"}]}|lines[0].quantity|is required"
            })
    void aWrongMemberOfTheBodyIsNamed(String body, String field, String message) throws Exception {
        var response = post(BASE + "echo-order", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(json(response).at("/errors/0/message").asText()).isEqualTo(message);
    }

    @Test
    void constraintsOfListElementsAreChecked() throws Exception {
        assertThat(post(BASE + "batch", "[{\"article\":\"a\",\"quantity\":1}]").body())
                .isEqualTo("[{\"article\":\"a\",\"quantity\":2}]");
        var response = post(BASE + "batch", "[{\"article\":\"a\",\"quantity\":0}]");
        assertThat(response.body()).contains("\"field\":\"[0].quantity\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|the body is not JSON (line 1, column 2)",
                "''|the body is empty, but JSON is needed",
                "' \n'|the body is empty, but JSON is needed",
                "null|the body is null",
                "{\"id\":\"a\",\"id\":\"b\"}|the body has a member twice (line 1, column 15)"
            })
    void aMalformedBodyIsA400(String body, String message) throws Exception {
        var response = post(BASE + "echo-order", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/msg").asText()).isEqualTo(message);
        assertThat(json(response).at("/status").asInt()).isEqualTo(400);
        assertThat(json(response).at("/title").asText()).isEqualTo("Bad Request");
    }

    @Test
    void anAtomicPayloadIsReadFromItsWrapper() throws Exception {
        assertThat(json(post(BASE + "length", "{\"value\":\"four\"}"))
                        .at("/length")
                        .asInt())
                .isEqualTo(4);
        assertThat(json(post(BASE + "length", "{}")).at("/msg").asText()).isEqualTo("value is required");
        assertThat(json(post(BASE + "length", "{\"value\":1}")).at("/msg").asText())
                .isEqualTo("value must be a text");
        assertThat(json(post(BASE + "length", "{\"value\":\"%s\"}".formatted("x".repeat(21))))
                        .at("/msg")
                        .asText())
                .isEqualTo("value size must be between 0 and 20");
    }

    @Test
    void anEventWithoutPayloadNeedsNoBody() throws Exception {
        var response = send(HttpRequest.newBuilder().POST(BodyPublishers.noBody()), BASE + "no-payload");

        assertThat(response.body()).isEqualTo("{\"no_payload\":\"no_payload\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|200|{\"streams.answer\":\"a \\\"text\\\"\"}",
                "number|200|{\"streams.answer\":42}",
                "nothing|200|null",
                "missing|404|{\"id\":\"x1\"}",
                "page|200|{\"items\":[{\"name\":\"a\"}],\"total\":1}"
            })
    void resultsBecomeHopeitsBodies(String kind, int status, String body) throws Exception {
        var response = get(BASE + "streams/answer?kind=" + kind);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response)).isNotNull();
        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void aStepDecidesItsStatusWithAJaxRsException() throws Exception {
        var response = get(BASE + "streams/answer?kind=not-found");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/msg").asText()).isEqualTo("no such thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked", "error", "argument", "assertion", "invalid", "web"})
    void aStepThatThrowsIsA500WithAnIdAndNothingInside(String kind) throws Exception {
        var response = get(BASE + "streams/answer?kind=" + kind);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(json(response).at("/id").asText()).hasSize(36);
        assertThat(response.body()).doesNotContain("secret", "Exception", "java", "at io.", "Overflow");
    }

    @Test
    void aStatusWithoutBodyHasNone() throws Exception {
        var response = get(BASE + "streams/answer?kind=gone");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void anInterruptThatAStepLeavesDoesNotHitTheNextRequest() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(get(BASE + "streams/answer?kind=flag").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theOpenApiDocumentIsPublished() throws Exception {
        assertThat(json(get("/openapi", "Accept", "application/json"))
                        .path("paths")
                        .fieldNames())
                .toIterable()
                .contains(BASE + "echo-order", BASE + "greet/{name}");
    }

    @Test
    void aStreamThatIsDownIsA503WithRetryAfter() throws Exception {
        var response = get(BASE + "unavailable");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(response).at("/msg").asText()).isEqualTo("a stream is not available, try again");
    }

    @Test
    void anEventThatTakesTooLongIsA504() throws Exception {
        var response = get(BASE + "slow");

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(json(response).at("/msg").asText()).isEqualTo("slow took longer than 0.1 seconds");
    }

    @Test
    void anUnknownRouteIsA404InJson() throws Exception {
        var response = get(BASE + "nowhere");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/title").asText()).isEqualTo("Not Found");
    }

    @Test
    void aWrongMethodIsA405ThatSaysWhatIsAllowed() throws Exception {
        var response = get(BASE + "echo-order");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(String.join(",", response.headers().allValues("Allow"))).contains("POST");
        assertThat(json(response).at("/title").asText()).isEqualTo("Method Not Allowed");
    }

    @Test
    void aWrongContentTypeIsA415() throws Exception {
        var request =
                HttpRequest.newBuilder().header("Content-Type", "text/plain").POST(BodyPublishers.ofString(ORDER));
        var response = send(request, BASE + "echo-order");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).at("/status").asInt()).isEqualTo(415);
    }

    @Test
    void aBodyOverTheLimitIsA413WithOrWithoutItsLength() throws Exception {
        var large = "{\"id\":\"" + "x".repeat(1000) + "\"}";
        var bytes = large.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var chunked = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)));

        assertThat(json(post(BASE + "echo-order", large)).at("/msg").asText())
                .isEqualTo("the body is larger than 1000 bytes");
        assertThat(send(chunked, BASE + "echo-order").statusCode()).isEqualTo(413);
    }

    @Test
    void trackIdsComeInFromHeadersAndGoOutAgain() throws Exception {
        var response = post(
                BASE + "length",
                "{\"value\":\"a\"}",
                "x-track-request-id",
                "rq-1",
                "X-Track-Caller",
                "me",
                "X-Track-Unknown",
                "u");

        assertThat(response.body()).isEqualTo("{\"length\":1,\"requestId\":\"rq-1\",\"caller\":\"me\"}");
        assertThat(response.headers().firstValue("X-Track-Request-Id")).hasValue("rq-1");
        assertThat(response.headers().firstValue("X-Track-Caller")).hasValue("me");
        assertThat(response.headers().firstValue("X-Track-Operation-Id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
        assertThat(response.headers().firstValue("X-Track-Request-Ts"))
                .hasValueSatisfying(ts -> assertThat(ts).endsWith("+00:00"));
        assertThat(response.headers().firstValue("X-Event-App")).hasValue("shop.1x0");
        assertThat(response.headers().firstValue("X-Track-Session-Id")).isEmpty();
        assertThat(response.headers().firstValue("X-Track-Unknown")).isEmpty();
    }

    @Test
    void errorsHaveTrackHeadersToo() throws Exception {
        assertThat(get(BASE + "greet/a", "X-Track-Request-Id", "rq-2").headers().firstValue("X-Track-Request-Id"))
                .hasValue("rq-2");
        assertThat(post(BASE + "echo-order", "{", "X-Track-Request-Id", "rq-3")
                        .headers()
                        .firstValue("X-Track-Request-Id"))
                .hasValue("rq-3");
        assertThat(get(BASE + "slow", "X-Track-Request-Id", "rq-4").headers().firstValue("X-Track-Request-Id"))
                .hasValue("rq-4");
    }

    @Test
    void aLongTrackIdIsCutAndOddCharactersAreLeftOut() throws Exception {
        var response = get(BASE + "slow", "X-Track-Request-Id", "a\tb" + "x".repeat(200));

        assertThat(response.headers().firstValue("X-Track-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(128).startsWith("abx"));
    }

    @Test
    void theApplicationsOwnResourcesGoOnAsTheyWere() throws Exception {
        var response = get("/own");

        assertThat(response.body()).isEqualTo("{\"name\":\"own\"}");
        assertThat(response.headers().firstValue("X-Event-App")).isEmpty();
    }

    private int done(String event) throws Exception {
        var counter = java.util.regex.Pattern.compile(
                        "hopeit_events_total\\{app=\"shop.1x0\",event=\"%s\",.*outcome=\"done\",?} (\\d+)"
                                .formatted(event))
                .matcher(get("/metrics", "Accept", "text/plain").body());
        assertThat(counter.find()).isTrue();
        return Integer.parseInt(counter.group(1));
    }

    @Test
    void aRunIsCountedOnce() throws Exception {
        int before = done("no_payload");

        post(BASE + "no-payload", "");

        assertThat(done("no_payload")).isEqualTo(before + 1);
    }

    @Test
    void runsAreCountedByEventAndOutcome() throws Exception {
        post(BASE + "batch", "[");
        post(BASE + "no-payload", "");
        get(BASE + "streams/answer?kind=error");

        assertThat(get("/metrics", "Accept", "text/plain").body())
                .containsPattern(
                        "hopeit_events_total\\{app=\"shop.1x0\",event=\"batch\",mp_scope=\"application\",outcome=\"ignored\",?} [1-9]")
                .containsPattern(
                        "hopeit_events_total\\{app=\"shop.1x0\",event=\"no_payload\",mp_scope=\"application\",outcome=\"done\",?} [1-9]")
                .containsPattern(
                        "hopeit_events_total\\{app=\"shop.1x0\",event=\"streams.answer\",mp_scope=\"application\",outcome=\"failed\",?} [1-9]")
                .contains("hopeit_event_duration_seconds");
    }
}
