package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static io.hopeit.sample.SampleServer.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** hopeit's simple-example, event by event, from outside. */
class SampleEventsIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String STREAM = "simple_example.1x0.streams.something_event";

    private static SampleServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningSample.get();
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    private static String id() {
        return "ev-" + UUID.randomUUID();
    }

    private static String something(String id) {
        return "{\"id\":\"%s\",\"user\":{\"id\":\"u1\",\"name\":\"n\"}}".formatted(id);
    }

    /** Saves one and tells where: {@code 2026/11/21/05}. */
    private static String save(String id) throws IOException {
        var saved = server.post(API + "save-something", "{\"id\":\"%s\",\"user\":\"u1\"}".formatted(id));
        assertThat(saved.statusCode()).isEqualTo(200);
        var path = json(saved).at("/save_something").asText();
        return path.replaceFirst(".*/fs_storage.path/", "").replaceFirst("/[^/]*$", "");
    }

    /**
     * The one of this name and user, when there is one and no more. Others store some of the same name, and each hour has a
     * folder of its own.
     */
    private static JsonNode awaitListed(String name, String user) {
        return await().atMost(SOON)
                .until(() -> listed(name, user), found -> found.size() == 1)
                .getFirst();
    }

    private static List<JsonNode> listed(String name, String user) throws IOException {
        var list = json(server.get(API + "list-somethings?wildcard=" + name));
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.at("/user/id").asText().equals(user))
                .toList();
    }

    private static String type(JsonNode something) {
        return something.at("/status/type").asText();
    }

    @Test
    void aClientWithoutAUserAgentIsAnsweredByThePreprocess() throws Exception {
        var response = server.post(API + "save-something", "{\"id\":\"x\",\"user\":\"u\"}", "User-Agent", " ");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"save_something\":\"Missing required user-agent\"}");
    }

    @Test
    void aStatusIsAddedToWhatIsStored() throws Exception {
        var id = id();
        var query = API + "query-something?item_id=" + id + "&partition_key=" + save(id);
        var updated = server.post(query, "{\"ts\":\"2024-01-01T00:00:00Z\",\"type\":\"NEW\"}");

        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(json(updated).at("/status").toString())
                .isEqualTo("{\"ts\":\"2024-01-01T00:00:00Z\",\"type\":\"NEW\"}");
        var moved = API + "query-something?item_id=" + id + "&partition_key=2024/01/01/00";
        assertThat(json(server.get(moved)).at("/history/0/type").asText()).isEqualTo("NEW");
    }

    @Test
    void bothItemsAreLoadedAtOnceInTheOrderAskedFor() throws Exception {
        var one = id();
        var two = id();
        var partition = save(one);
        if (!save(two).equals(partition)) {
            partition = save(one); // another hour has begun
            assertThat(save(two)).isEqualTo(partition);
        }
        var both = "{\"item1_id\":\"%s\",\"item2_id\":\"%s\",\"partition_key\":\"%s\"}";

        var response = server.post(API + "collector/query-concurrently", both.formatted(one, two, partition));
        assertThat(json(response).findValuesAsText("id").stream().filter(id -> id.startsWith("ev-")))
                .containsExactly(one, two);
        assertThat(server.post(API + "collector/query-concurrently", both.formatted("nope", "no", partition))
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void collectedItemsAreCountedAndSpawned() throws Exception {
        var one = id();
        var partition = save(one);
        var body = "{\"item1_id\":\"%s\",\"item2_id\":\"nope\",\"partition_key\":\"%s\"}";

        var response = server.post(API + "collector/collect-spawn", body.formatted(one, partition));

        assertThat(response.body()).isEqualTo("{\"collector.collect_spawn\":1}");
        await().atMost(SOON)
                .until(() ->
                        listed(one, "u1").stream().map(SampleEventsIT::type).anyMatch("PROCESSED"::equals));
    }

    @Test
    void spawnedEventsAreProcessedInAStageOfTheirOwn() throws Exception {
        var user = id();
        var body = "{\"id\":\"all\",\"user\":{\"id\":\"%s\",\"name\":\"n\"}}";
        var response = server.post(API + "shuffle/spawn-event", body.formatted(user));

        assertThat(response.body())
                .isEqualTo("{\"shuffle.spawn_event\":\"events submitted to stream: %s\"}".formatted(STREAM));
        assertThat(response.headers().firstValue("X-Stream-Name")).hasValue(STREAM);
        for (String id : List.of("0", "1", "2")) {
            assertThat(type(awaitListed(id, user))).isEqualTo("PROCESSED");
        }
    }

    @Test
    void thePartsOfAnEventGoThroughThreeStages() throws Exception {
        var id = id();
        var body = "{\"id\":\"%s\",\"user\":{\"id\":\"u1\",\"name\":\"n\"},"
                + "\"status\":{\"ts\":\"2024-01-02T03:04:05Z\",\"type\":\"NEW\"}}";

        var response = server.post(API + "shuffle/parallelize-event", body.formatted(id));

        assertThat(response.statusCode()).isEqualTo(200);
        for (String name : List.of("first_" + id, "second_" + id)) {
            var part = awaitListed(name, "u1");
            assertThat(type(part)).isEqualTo("PROCESSED");
            assertThat(part.at("/history").findValuesAsText("type")).containsExactly("NEW", "SUBMITTED");
        }
    }

    @Test
    void anImageIsSentWhollyOrInPart() throws Exception {
        var path = API + "download-something?file_name=hopeit-iso.png";
        var whole = server.get(path);
        var part = server.get(path, "Range", "bytes=1-3");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("filename=\"hopeit-iso.png\""));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("PNG");
        var etag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void anImageThatIsNotThereOrElsewhereIsA400() throws Exception {
        var missing = server.get(API + "download-something?file_name=nope.png");

        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).isEqualTo("{\"download_something\":\"File nope.png not found\"}");
        assertThat(server.get(API + "download-something?file_name=..%2F..%2F..%2Fetc%2Fhostname")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fiftyMebibytesAreStreamed() throws Exception {
        var response = server.send(server.anonymous(API + "download-something-streamed?file_name=x.bin"));

        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(52_428_800);
        assertThat(response.body()).hasSize(52_428_800);
    }

    @Test
    void whatIsBeingSavedIsNoReasonNotToListTheOthers() throws Exception {
        var saving = new FutureTask<Void>(() -> {
            for (int i = 0; i < 300; i++) {
                save("it-list");
            }
            return null;
        });
        Thread.ofVirtual().start(saving);
        while (!saving.isDone()) {
            assertThat(server.get(API + "list-somethings-unsecured?wildcard=it-none")
                            .statusCode())
                    .isEqualTo(200);
        }
        saving.get();
    }

    private static HttpResponse<String> upload(String form) throws IOException {
        return server.send(server.request(API + "upload-something?something_id=s1")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(Forms.lines(form))));
    }

    @Test
    void aFormWithAFileBecomesASomethingOfEachFile() throws Exception {
        var response = upload(Forms.WITH_A_FILE);

        assertThat(response.body())
                .isEqualTo("[{\"id\":\"attachment\",\"user\":{\"id\":\"ou\",\"name\":\"oun\"},"
                        + "\"status\":null,\"history\":[]}]");
    }

    @Test
    void aFormWithoutItsFieldsIsA400() throws Exception {
        var response = upload("""
                --b
                Content-Disposition: form-data; name="id"

                1
                --b--
                """);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"upload_something\":\"Missing required fields\"}");
    }

    @Test
    @DisabledIfSystemProperty(named = "sample.base-url", matches = ".+", disabledReason = "its log is elsewhere")
    void theLogFollowsARequestThroughTheStreamAsOperationsOfItsOwn() throws Exception {
        var request = "rq-" + UUID.randomUUID();
        server.post(API + "streams/something-event", something(id()), "X-Track-Request-Id", request);

        // the lines of both come to the file when the server writes them, not when a request is answered
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Stream.of("streams.something_event", "streams.process_events")
                                .map(event -> operation(request, event))
                                .distinct())
                        .hasSize(2));
    }

    private static List<String> logged(String request, String event, String message) throws IOException {
        return server.logged().stream()
                .filter(line -> line.contains("track.request_id=" + request))
                .filter(line -> line.contains(" simple-example 1.0 " + event + " "))
                .filter(line -> line.contains(" | " + message + " | "))
                .toList();
    }

    /** The one that both its START and its DONE are of. */
    private static String operation(String request, String event) {
        try {
            var ids = Stream.concat(logged(request, event, "START").stream(), logged(request, event, "DONE").stream())
                    .map(line -> line.replaceFirst(".*track.operation_id=([^ ]+).*", "$1"))
                    .toList();
            assertThat(ids).hasSize(2);
            assertThat(ids.getFirst()).isEqualTo(ids.getLast());
            return ids.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anEnumHasAFewValues() throws Exception {
        assertThat(server.get(API + "check-enum?enum_value=value1").body()).isEqualTo("[{\"value\":\"value1\"}]");
        assertThat(server.get(API + "check-enum?enum_value=zzz").statusCode()).isEqualTo(400);
    }
}
