package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static io.hopeit.sample.SampleServer.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hopeit.redis.embedded.EmbeddedRedis;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample from outside: a running server, a real Redis, and what a stranger sees of them. */
class SampleIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String STREAM = "simple_example.1x0.streams.something_event.high-prio";
    private static final String GROUP = "simple_example.1x0.streams.process_events";

    private static EmbeddedRedis redis;
    private static SampleServer server;
    private static RedisClient client;

    @BeforeAll
    static void start() throws Exception {
        redis = SampleServer.isElsewhere() ? null : EmbeddedRedis.start();
        server = SampleServer.start(redis);
        client = RedisClient.create(server.redisUri());
    }

    @AfterAll
    static void stop() {
        client.shutdown();
        server.close();
        if (redis != null) {
            redis.close();
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        return MAPPER.readTree(response.body());
    }

    private static String id() {
        return "it-" + UUID.randomUUID();
    }

    private static String something(String id) {
        return "{\"id\":\"%s\",\"user\":{\"id\":\"u1\",\"name\":\"n\"}}".formatted(id);
    }

    private static String partition(String timestamp) {
        return DateTimeFormatter.ofPattern("uuuu/MM/dd/HH")
                .withZone(ZoneOffset.UTC)
                .format(Instant.parse(timestamp));
    }

    private static StreamMessage<String, byte[]> message(String id) {
        try (var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))) {
            return connection.sync().xrange(STREAM, Range.unbounded()).stream()
                    .filter(m -> text(m.getBody(), "id").equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void somethingTravelsFromARequestThroughTheStreamToTheStoreAndIsFound() throws Exception {
        var id = id();
        var submitted = server.post(API + "streams/something-event", something(id), "X-Track-Request-Id", "rq-1");

        assertThat(submitted.statusCode()).isEqualTo(200);
        assertThat(json(submitted).at("/status/type").asText()).isEqualTo("SUBMITTED");
        assertThat(submitted.headers().firstValue("X-Track-Request-Id")).hasValue("rq-1");
        assertThat(submitted.headers().firstValue("X-Track-Operation-Id")).isPresent();
        assertThat(submitted.headers().firstValue("X-Event-App")).hasValue("simple_example.1x0");

        var list = API + "list-somethings?wildcard=" + id;
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> json(server.get(list)).size() == 1);
        // it is stored in the hour in which it was processed, which need not be that of the request
        var stored = json(server.get(list)).at("/0/status/ts").asText();
        var found = json(server.get(API + "query-something?item_id=" + id + "&partition_key=" + partition(stored)));
        assertThat(found.at("/status/type").asText()).isEqualTo("LOADED");
        assertThat(found.at("/history").findValuesAsText("type")).containsExactly("SUBMITTED", "PROCESSED");
    }

    @Test
    void theEntryInRedisHasHopeitsFieldsInOrder() throws Exception {
        var id = id();
        var response = server.post(
                API + "streams/something-event",
                something(id),
                "X-Track-Request-Id",
                "rq-2",
                "X-Track-Caller",
                "me",
                "X-Track-Session-Id",
                "s1");
        var fields = message(id).getBody();

        assertThat(fields.keySet())
                .containsExactly(
                        "id",
                        "type",
                        "submit_ts",
                        "event_ts",
                        "track.operation_id",
                        "track.request_id",
                        "track.request_ts",
                        "track.caller",
                        "track.session_id",
                        "event.app",
                        "auth_info",
                        "ser",
                        "comp",
                        "payload",
                        "queue");
        assertThat(text(fields, "type")).isEqualTo("model.Something");
        assertThat(text(fields, "submit_ts")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?\\+00:00");
        assertThat(text(fields, "event_ts")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?\\+00:00");
        assertThat(text(fields, "track.request_id")).isEqualTo("rq-2");
        assertThat(text(fields, "track.caller")).isEqualTo("me");
        assertThat(text(fields, "event.app")).isEqualTo("simple_example.1x0");
        var sender = MAPPER.readTree(Base64.getDecoder().decode(text(fields, "auth_info")));
        assertThat(sender.at("/auth_type").asText()).isEqualTo("Bearer");
        assertThat(sender.at("/payload/user").asText()).isEqualTo("user");
        assertThat(text(fields, "ser")).isEqualTo("json+base64");
        assertThat(text(fields, "comp")).isEqualTo("lz4");
        assertThat(text(fields, "queue")).isEqualTo("high-prio");
        var base64 = new LZ4FrameInputStream(new ByteArrayInputStream(fields.get("payload"))).readAllBytes();
        assertThat(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                .isEqualTo(response.body());
    }

    @Test
    void aProcessedMessageIsAcknowledged() throws Exception {
        var id = id();
        server.post(API + "streams/something-event", something(id));
        var messageId = message(id).getId();

        try (var connection = client.connect()) {
            await().atMost(SOON).until(() -> connection
                    .sync()
                    .xpending(STREAM, GROUP, Range.create(messageId, messageId), io.lettuce.core.Limit.from(1))
                    .isEmpty());
            assertThat(connection.sync().xinfoGroups(STREAM).toString()).contains(GROUP);
        }
    }

    @Test
    void aMessageThatPythonWroteIsProcessed() throws Exception {
        var id = id();
        var payload =
                "{\"id\":\"%s\",\"user\":{\"id\":\"u1\",\"name\":\"n\"},\"status\":{\"ts\":\"2024-01-02T03:04:05Z\",\"type\":\"NEW\"},\"history\":[]}"
                        .formatted(id);
        try (var connection = client.connect()) {
            connection
                    .sync()
                    .xadd(
                            "simple_example.1x0.streams.something_event",
                            "id",
                            id,
                            "type",
                            "model.Something",
                            "submit_ts",
                            "2024-01-02T03:04:05.000006+00:00",
                            "event_ts",
                            "2024-01-02T03:04:05+00:00",
                            "track.operation_id",
                            "o1",
                            "track.request_id",
                            "r1",
                            "track.request_ts",
                            "2024-01-02T03:04:05+00:00",
                            "event.app",
                            "simple_example.0x30",
                            "auth_info",
                            "eyJhdXRoX3R5cGUiOiAiVW5zZWN1cmVkIiwgImFsbG93ZWQiOiB0cnVlfQ==",
                            "ser",
                            "json",
                            "comp",
                            "none",
                            "payload",
                            payload,
                            "queue",
                            "AUTO");
        }

        await().atMost(SOON)
                .until(() -> json(server.get(API + "list-somethings-unsecured?wildcard=" + id))
                                .size()
                        == 1);
    }

    @Test
    void somethingSavedIsListed() throws Exception {
        var id = id();
        var saved = server.post(API + "save-something", "{\"id\":\"%s\",\"user\":\"u1\"}".formatted(id));

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(json(saved).at("/save_something").asText()).endsWith("/" + id + ".json");
        var listed = server.get(API + "list-somethings-unsecured?wildcard=" + id + "*");
        assertThat(listed.body())
                .isEqualTo("[{\"id\":\"%s\",\"user\":{\"id\":\"u1\",\"name\":\"u1\"},\"status\":null,\"history\":[]}]"
                        .formatted(id));
        assertThat(server.get(API + "list-somethings-unsecured?wildcard=no-such*")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void whatIsNotThereIsA404ThatSaysWhere() throws Exception {
        var response = server.get(API + "query-something?item_id=nope&partition_key=2026/11/21/05");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/id").asText()).isEqualTo("nope");
        assertThat(json(response).at("/path").asText()).endsWith("/2026/11/21/05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query-something?item_id=x|partition_key",
                "query-something?partition_key=2026/11/21/05|item_id",
                "query-something?item_id=..%2F..%2Fetc&partition_key=2026|item_id",
                "query-something?item_id=x&partition_key=../../etc|partition_key"
            })
    void aParameterThatIsMissingOrLeadsOutOfTheStoreIsA400ThatNamesIt(String path, String field) throws Exception {
        var response = server.get(API + path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"x\"}|user|must not be null",
                "{\"id\":\"x\",\"user\":{\"id\":\"u\"}}|user.name|must not be null",
                "{\"id\":\"x\\ud800\",\"user\":{\"id\":\"u\",\"name\":\"n\"}}|id|must be fit for a file name",
                "{\"id\":\"x\",\"user\":{\"id\":\"u\",\"name\":\"n\"},\"history\":[null]}|history[0]|must not be null",
                "{\"id\":\"a/b\",\"user\":{\"id\":\"u\",\"name\":\"n\"}}|id|must be fit for a file name",
                "{\"id\":\"x\",\"user\":{\"id\":\"u\",\"name\":\"n\"},\"status\":{\"ts\":\"2026-11-21T00:00:00Z\",\"type\":\"OLD\"}}"
                        + "|status.type|must be one of NEW, LOADED, SUBMITTED, PROCESSED"
            })
    void aWrongBodyIsA400ThatNamesTheField(String body, String field, String message) throws Exception {
        var response = server.post(API + "streams/something-event", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(json(response).at("/errors/0/message").asText()).isEqualTo(message);
    }

    @Test
    void openApiListsEveryHttpEventWithItsTypes() throws Exception {
        var document = json(server.get("/openapi", "Accept", "application/json"));

        assertThat(document.at("/paths").fieldNames())
                .toIterable()
                .contains(
                        API + "save-something",
                        API + "list-somethings-unsecured",
                        API + "query-something",
                        API + "streams/something-event");
        assertThat(document.at("/components/schemas/Something/required").toString())
                .isEqualTo("[\"id\",\"user\"]");
        assertThat(document.at("/components/schemas/StatusType/enum").size()).isEqualTo(4);
        assertThat(document.path("paths")
                        .path(API + "query-something")
                        .at("/get/responses/404/content/application~1json/schema/$ref")
                        .asText())
                .endsWith("/SomethingNotFound");
        assertThat(document.path("paths")
                        .path(API + "save-something")
                        .at("/post/responses/200/content/application~1json/schema/properties/save_something/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void openApiHasAPageToReadAndTry() throws Exception {
        assertThat(server.get("/openapi/ui/index.html").body()).contains("<html");
    }

    private static double count(String event, String outcome) throws Exception {
        var metrics = server.get("/metrics", "Accept", "text/plain").body();
        var counter = Pattern.compile(
                        "hopeit_events_total\\{.*event=\"%s\".*outcome=\"%s\".*} ([\\d.]+)".formatted(event, outcome))
                .matcher(metrics);
        assertThat(counter.find()).isTrue();
        return Double.parseDouble(counter.group(1));
    }

    @Test
    void metricsCountEachRunOnceByNameAndOutcome() throws Exception {
        double before = count("query_something", "ignored");

        server.get(API + "query-something");

        assertThat(count("query_something", "ignored")).isEqualTo(before + 1);
        assertThat(count("save_something", "failed")).isZero();
    }

    @Test
    void theSampleIsReadyWhenItsStreamsAre() throws Exception {
        await().atMost(SOON).until(() -> server.get("/health/ready").statusCode() == 200);
        assertThat(json(server.get("/health/ready")).at("/status").asText()).isEqualTo("UP");
    }

    @Test
    void aThousandSubmissionsAtOnceAreAllProcessed() throws Exception {
        var prefix = id();
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                var body = something(prefix + "-" + i);
                answers.add(threads.submit(() -> server.post(API + "streams/something-event", body)));
            }
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(200));

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> assertThat(json(server.get(API + "list-somethings-unsecured?wildcard=" + prefix + "*"))
                                        .findValuesAsText("id"))
                                .filteredOn(found -> found.startsWith(prefix))
                                .hasSize(1000));
    }
}
