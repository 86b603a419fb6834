package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static io.hopeit.sample.SampleServer.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What steps get from their server, for requests and for messages alike. */
@DisabledIf("io.hopeit.sample.SampleServer#isElsewhere")
class PlatformIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SPAN = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";

    private static final String LETTERS = "/mgmt/simple-example/1x0/platform/take-late/dead-letters";

    private static EmbeddedRedis redis;
    private static SampleServer server;
    private static String admin;

    @BeforeAll
    static void start() throws IOException {
        redis = EmbeddedRedis.start();
        server = SampleServer.startWithPlatformEvents(
                redis.uri(), Map.of("OTEL_SDK_DISABLED", "false", "OTEL_TRACES_EXPORTER", "logging"));
        admin = server.token("admin", "admin");
    }

    @AfterAll
    static void stop() {
        server.close();
        redis.close();
    }

    /** What the step of a request has seen. */
    private static JsonNode ofRequest() throws IOException {
        return MAPPER.readTree(
                server.get(API + "platform/look?id=" + UUID.randomUUID()).body());
    }

    /** What the step of a message has seen. */
    private static JsonNode ofMessage() throws IOException {
        return ofMessage("");
    }

    /** The same of another event that reads it. */
    private static JsonNode ofMessage(String event) throws IOException {
        var id = UUID.randomUUID();
        assertThat(server.get(API + "platform/ask?id=" + id).statusCode()).isEqualTo(200);
        await().atMost(SOON).until(() -> !answer(id + event).isNull());
        return answer(id + event);
    }

    private static JsonNode answer(String id) throws IOException {
        return MAPPER.readTree(server.get(API + "platform/answer?id=" + id).body());
    }

    @Test
    void aStepHasTheClassLoaderOfItsApplication() throws Exception {
        assertThat(ofRequest().at("/loader").asBoolean()).isTrue();
        assertThat(ofMessage().at("/loader").asBoolean()).isTrue();
    }

    /** Helidon has no JNDI. */
    @Test
    @OnLiberty
    void aStepFindsTheNamesOfItsApplication() throws Exception {
        assertThat(ofRequest().at("/application").asText()).isEqualTo("extended");
        assertThat(ofMessage().at("/application").asText()).isEqualTo("extended");
    }

    @Test
    @OnLiberty
    void aStepFindsTheExecutorOfTheServer() throws Exception {
        assertThat(ofRequest().at("/executor").asText()).isNotEmpty();
        assertThat(ofMessage().at("/executor").asText()).isNotEmpty();
    }

    @Test
    void aStepOfARequestIsGivenTheTokenOfItsCaller() throws Exception {
        assertThat(whoAsks("user", "pass")).isEqualTo("{\"platform.who\":\"user of simple_example.1x0\"}");
        assertThat(whoAsks("admin", "admin")).isEqualTo("{\"platform.who\":\"admin of simple_example.1x0\"}");
    }

    private static String whoAsks(String user, String password) throws IOException {
        return server.get(API + "platform/who", "Authorization", "Bearer " + server.token(user, password))
                .body();
    }

    @Test
    void allStepsOfARequestAreInItsRequestScope() throws Exception {
        assertThat(scope(visit())).isNotEqualTo(scope(visit()));
    }

    @Test
    void allStepsOfAMessageAreInItsRequestScope() throws Exception {
        assertThat(scope(ofMessage(".visit"))).isNotEqualTo(scope(ofMessage(".visit")));
    }

    private static JsonNode visit() throws IOException {
        return MAPPER.readTree(server.get(API + "platform/visit").body());
    }

    /** The one that both steps were in. */
    private static String scope(JsonNode facts) {
        var first = facts.at("/scopes/0").asText();
        assertThat(first).isNotEmpty().isEqualTo(facts.at("/scopes/1").asText());
        return first;
    }

    @Test
    void aStepIsRetried() throws Exception {
        assertThat(ofRequest().at("/attempts").asInt()).isEqualTo(3);
        assertThat(ofMessage().at("/attempts").asInt()).isEqualTo(3);
    }

    @Test
    void aStepThatTakesTooLongIsA504() throws Exception {
        assertThat(server.get(API + "platform/slow").statusCode()).isEqualTo(504);
    }

    @Test
    void aStepThatFailsHasItsFallback() throws Exception {
        assertThat(server.get(API + "platform/instead").body()).isEqualTo("{\"platform.instead\":\"instead\"}");
    }

    @Test
    void aMessageWhoseStepTakesTooLongIsDeliveredAgain() throws Exception {
        assertThat(ofMessage(".again").at("/attempts").asInt()).isEqualTo(2);
    }

    @Test
    void aStepOfAMessageThatTakesTooLongHasItsFallback() throws Exception {
        assertThat(ofMessage(".instead").at("/attempts").asInt()).isEqualTo(1);
    }

    @Test
    void aMessageThatHasFailedForGoodIsDoneWhenItIsPutBack() throws Exception {
        var id = UUID.randomUUID().toString();
        server.get(API + "platform/ask?id=" + id, "X-Track-Request-Id", id); // which its dead letter has, too
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        server.get(LETTERS, "Authorization", "Bearer " + admin).body())
                .contains(id));
        assertThat(answer(id + ".late").isNull()).isTrue();

        server.post(LETTERS + "/redrive", "{\"all\":true}", "Authorization", "Bearer " + admin);

        await().atMost(SOON).until(() -> !answer(id + ".late").isNull());
    }

    /** On Helidon that needs three more jars, with which a test of hopeit-jaxrs does the same. */
    @Test
    @OnLiberty
    void aRunAndEachOfItsStepsHaveASpanInTheTraceOfTheRequest() throws Exception {
        var response = server.get(API + "platform/look?id=" + UUID.randomUUID());
        var span = response.headers().firstValue("traceparent").orElse("");

        assertThat(span).matches(SPAN);
        var trace = span.split("-", -1)[1];
        awaitLogged("'platform.look' : " + trace);
        awaitLogged("'platform.look.look' : " + trace);
    }

    @Test
    @OnLiberty
    void aMessageHasASpanToo() throws Exception {
        ofMessage();

        awaitLogged("'platform.take' : ");
        awaitLogged("'platform.take.take' : ");
    }

    private static void awaitLogged(String text) {
        await().atMost(SOON).until(() -> server.logged().stream().anyMatch(line -> line.contains(text)));
    }
}
