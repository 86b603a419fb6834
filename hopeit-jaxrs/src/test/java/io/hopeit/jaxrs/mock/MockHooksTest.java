package io.hopeit.jaxrs.mock;

import static io.hopeit.jaxrs.mock.MockServer.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes before and after the steps of an event. */
@HelidonTest
class MockHooksTest {
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

    @Test
    void aPreprocessSeesTheRequestAndItsBytes() throws Exception {
        var response = server.send(
                "POST",
                "mock-preprocess?x=1",
                BodyPublishers.ofString(" {\"value\":\"ok\"}"),
                "Content-Type",
                "application/json",
                "X-TRACK-REQUEST-ID",
                "test_request_id");

        assertThat(response.body())
                .isEqualTo("{\"value\":\"ok: test_request_id POST /api/mock/1x0/mock-preprocess 15\"}");
    }

    @Test
    void aPreprocessWithoutPayloadSeesABodyThatIsNoJson() throws Exception {
        var response =
                server.send("POST", "mock-raw-body", BodyPublishers.ofString("OK\n"), "Content-Type", "text/plain");

        assertThat(response.body()).isEqualTo("{\"value\":\"OK\\n\",\"processed\":true}");
    }

    @Test
    void aPreprocessWithoutPayloadSeesABodyOfNoTypeAndNone() throws Exception {
        assertThat(server.send("POST", "mock-raw-body", BodyPublishers.ofString("OK"))
                        .body())
                .isEqualTo("{\"value\":\"OK\",\"processed\":true}");
        assertThat(server.send("POST", "mock-raw-body", BodyPublishers.noBody()).body())
                .isEqualTo("{\"value\":\"\",\"processed\":true}");
    }

    @Test
    void aRawBodyHasTheLimitToo() throws Exception {
        var response = server.send("POST", "mock-raw-body", BodyPublishers.ofString("x".repeat((1 << 20) + 1)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(read(response).at("/msg").asText()).isEqualTo("the body is larger than 1048576 bytes");
    }

    @Test
    void aPreprocessThatSaysAStatusAnswersItself() throws Exception {
        int before = MockGate.RUNS.get();
        var response = server.post("mock-gate?status=400", "{\"value\":\"a\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"value\":\"gate: a\"}");
        assertThat(header(response, "X-Postprocess")).isEmpty();
        assertThat(header(response, "X-Track-Request-Id")).isNotEmpty();
        assertThat(MockGate.RUNS.get()).isEqualTo(before);
    }

    @Test
    void aPreprocessThatSays200LetsPass() throws Exception {
        var response = server.post("mock-gate", "{\"value\":\"a\"}");

        assertThat(response.body()).isEqualTo("{\"value\":\"gate: a\",\"processed\":true}");
        assertThat(header(response, "X-Postprocess")).isEqualTo("yes");
    }

    @Test
    void aPreprocessThatReturnsNothingLeavesThePayload() throws Exception {
        assertThat(server.post("mock-check", "{\"value\":\"a\"}").body())
                .isEqualTo("{\"value\":\"a\",\"processed\":true}");
        assertThat(server.post("mock-check", "{\"value\":\"\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void aPreprocessThatOnlyLooksAtHeadersLeavesTheBodyToTheStep() throws Exception {
        assertThat(server.post("mock-look", "{\"value\":\"a\"}").body())
                .isEqualTo("{\"value\":\"a\",\"processed\":true}");
        assertThat(server.post("mock-look", "{").statusCode()).isEqualTo(400);
        var refused = server.send(
                "POST",
                "mock-look",
                BodyPublishers.ofString("{\"value\":\"a\"}"),
                "X-Refuse",
                "1",
                "Content-Type",
                "application/json");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void aPreprocesssPayloadIsReadAsThatOfAStep() throws Exception {
        assertThat(read(server.post("mock-preprocess", "{\"value\":1}"))
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text|{\"mock_choice\":\"text\"}", "nothing|null", "data|{\"value\":\"a\",\"processed\":true}"})
    void aPostprocessIsLeftOutForResultsThatItDoesNotTake(String kind, String body) throws Exception {
        assertThat(server.get("mock-choice?kind=" + kind).body()).isEqualTo(body);
    }

    @Test
    void aPageIsNoJson() throws Exception {
        var response = server.get("mock-page?name=a", "Accept", "text/html");

        assertThat(header(response, "Content-Type")).startsWith("text/html");
        assertThat(response.body()).isEqualTo("<p>a</p>");
    }

    @Test
    void anErrorOfAPageIsJson() throws Exception {
        var response = server.get("mock-page", "Accept", "text/html");

        assertThat(header(response, "Content-Type")).startsWith("application/json");
        assertThat(read(response).at("/msg").asText()).isEqualTo("name is required");
    }

    @Test
    void aTextHasItsTypeWithAnyStatusThatIsNoError() throws Exception {
        var created = server.post("mock-text", "{\"value\":\"a\"}");
        var failed = server.post("mock-text?status=404", "{\"value\":\"a\"}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(header(created, "Content-Type")).startsWith("text/plain");
        assertThat(created.body()).isEqualTo("é a");
        assertThat(failed.body()).isEqualTo("{\"mock_text\":\"é a\"}");
    }

    @Test
    void aPostprocessSendsAFile() throws Exception {
        var response = server.get("mock-download?kind=file");

        assertThat(response.body()).isEqualTo("in a file");
        assertThat(header(response, "Content-Disposition")).startsWith("attachment; filename=\"a");
        assertThat(header(response, "Content-Type")).startsWith("text/plain");
        assertThat(header(response, "Set-Cookie")).contains("seen=1");
        assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void aRangeOfAFileIsSent() throws Exception {
        var response = server.get("mock-download?kind=file", "Range", "bytes=3-4");

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo("a ");
    }

    @Test
    void aPostprocessStreams() throws Exception {
        var response = server.get("mock-download?kind=stream");

        assertThat(header(response, "Content-Length")).isEqualTo("48");
        assertThat(header(response, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(response.body()).isEqualTo("TestData".repeat(6));
    }

    @Test
    void aPostprocessSaysTheType() throws Exception {
        var response = server.get("mock-download?kind=csv");

        assertThat(header(response, "Content-Type")).startsWith("text/csv");
        assertThat(response.body()).isEqualTo("a,b");
    }
}
