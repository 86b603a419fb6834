package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody finds who has no token, and asks for everything that is published. */
class SecuritySweepIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Whatever is not here wants a proof of who asks. */
    private static final Set<String> OPEN = Set.of(
            "GET /api/simple-example/1x0/list-somethings-unsecured",
            "GET /api/simple-example/1x0/check-enum",
            "GET /api/simple-example/1x0/download-something-streamed");

    private static SampleServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningSample.get();
    }

    static List<String> operations() throws IOException {
        return operations(RunningSample.get());
    }

    /** All that a server publishes: {@code GET /api/…}. */
    static List<String> operations(SampleServer asked) throws IOException {
        var paths = document(asked).path("paths");
        var found = new ArrayList<String>();
        paths.fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return found;
    }

    private static JsonNode document(SampleServer asked) throws IOException {
        return MAPPER.readTree(
                asked.get("/openapi", "Accept", "application/json").body());
    }

    private static HttpResponse<String> ask(String operation) throws IOException {
        var words = operation.split(" ", 2);
        return server.send(server.anonymous(words[1]).method(words[0], BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void onlyWhatIsMeantToBeOpenAnswersWithoutAToken(String operation) throws Exception {
        var response = ask(operation);

        if (OPEN.contains(operation)) {
            assertThat(response.statusCode()).isIn(200, 400);
        } else {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(MAPPER.readTree(response.body()).at("/msg").asText()).isEqualTo("Unsecured");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noAnswerNamesWhatIsBehindIt(String operation) throws Exception {
        var response = ask(operation);

        assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Track-Request-Id")).isPresent();
        assertThat(response.body()).doesNotContain("Exception", ".java:", "io.hopeit", "/tmp/", "at java.");
    }

    @Test
    void whatIsPublishedIsWhatTheOriginalPublishes() throws Exception {
        var original = ParityIT.operations()
                .map(operation -> operation.path("operation").asText())
                .toList();

        assertThat(operations()).containsExactlyInAnyOrderElementsOf(original);
    }

    @Test
    void theDocumentTellsNothingOfTheInside() throws Exception {
        assertThat(document(server).toString())
                .doesNotContain("process_events", "something_generator", "pbkdf2", "/tmp/", "redis:", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "stop", "status"})
    void managementIsForItsRole(String action) throws Exception {
        var path = "/mgmt/simple-example/1x0/service/something-generator/" + action;
        var asUser = server.anonymous(path).header("Authorization", "Bearer " + server.token("user", "pass"));

        assertThat(ask("POST " + path).statusCode()).isEqualTo(401);
        assertThat(server.send(asUser.POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(403);
        assertThat(ask("GET " + path).statusCode()).isIn(401, 405);
    }

    @Test
    void anAdministratorStopsAndStartsAService() throws Exception {
        var token = server.token("admin", "admin");
        var service = "/mgmt/simple-example/1x0/service/something-generator/";

        assertThat(manage(service + "stop", token).body()).contains("\"state\":\"STOPPED\"");
        assertThat(manage(service + "stop", token).statusCode()).isEqualTo(409);
        assertThat(manage(service + "start", token).statusCode()).isEqualTo(200);
        assertThat(manage(service + "start", token).body())
                .contains("Service already running: service.something_generator");
    }

    @Test
    void aConsumerThatIsStoppedLeavesItsMessagesForTheStart() throws Exception {
        var token = server.token("admin", "admin");
        var consumer = "/mgmt/simple-example/1x0/streams/process-events/";
        manage(consumer + "stop", token);
        try {
            server.post(
                    SampleServer.API + "streams/something-event",
                    "{\"id\":\"stopped-1\",\"user\":{\"id\":\"u\",\"name\":\"n\"}}");
            assertThat(manage(consumer + "status", token).body()).contains("\"state\":\"STOPPED\"");
            assertThat(listed()).isEqualTo("[]");
        } finally {
            manage(consumer + "start", token);
        }
        org.awaitility.Awaitility.await().until(() -> listed().contains("stopped-1"));
    }

    private static String listed() throws IOException {
        return server.get(SampleServer.API + "list-somethings?wildcard=stopped-1")
                .body();
    }

    private static HttpResponse<String> manage(String path, String token) throws IOException {
        return server.send(server.anonymous(path)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void healthDoesNotTellWhereStreamsAre() throws Exception {
        assertThat(server.get("/health").body()).contains("hopeit-streams").doesNotContain("redis:", "127.0.0.1");
    }
}
