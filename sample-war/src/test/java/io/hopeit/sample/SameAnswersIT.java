package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client cannot tell which server answers: the same requests get the same from both. */
@OnLiberty
class SameAnswersIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Set<String> HELIDONS = Set.of("deadlock", "diskSpace", "heapMemory");

    private static final Tokens TOKENS = new Tokens();

    @BeforeAll
    static void store() throws IOException {
        Stranger.keepSomething(TwoServers.get().helidon());
        Stranger.keepSomething(TwoServers.get().liberty());
    }

    /** A login takes its time, and a token lasts ten minutes. */
    private static final class Tokens {
        private static final Duration REUSED = Duration.ofMinutes(4);

        private record Token(String text, long since) {}

        private final Map<String, Token> tokens = new HashMap<>();

        String of(SampleServer server, String user, String password) throws IOException {
            var token = tokens.get(server.url() + user);
            if (token == null || System.nanoTime() - token.since() > REUSED.toNanos()) {
                token = new Token(server.token(user, password), System.nanoTime());
                tokens.put(server.url() + user, token);
            }
            return token.text();
        }
    }

    /** A request; {@code as} says who sends it: {@code nobody}, {@code user}, {@code admin}, or a whole header. */
    record Ask(String method, String path, String as, String type, String body, String... headers) {
        @Override
        public String toString() {
            return "%s %s as %s %s %s %s".formatted(method, path, as, type, body, List.of(headers));
        }

        HttpRequest.Builder of(SampleServer server) throws IOException {
            var request = server.anonymous(path).method(method, publisher()).header("X-Track-Request-Id", "same");
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            if (!as.equals("nobody")) {
                request.header("Authorization", proof(server));
            }
            return headers.length == 0 ? request : request.headers(headers);
        }

        private HttpRequest.BodyPublisher publisher() {
            return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        }

        private String proof(SampleServer server) throws IOException {
            return switch (as) {
                case "user" -> "Bearer " + TOKENS.of(server, "user", "pass");
                case "admin" -> "Bearer " + TOKENS.of(server, "admin", "admin");
                default -> as;
            };
        }
    }

    private static Ask get(String path, String as, String... headers) {
        return new Ask("GET", path, as, "", "", headers);
    }

    private static Ask post(String path, String as, String body, String... headers) {
        return new Ask("POST", path, as, "application/json", body, headers);
    }

    /** Everything that is published, as nobody, as a user, with a wrong proof, and with a body that is none. */
    static Stream<Ask> published() throws IOException {
        var asks = new ArrayList<Ask>();
        for (String operation : SecuritySweepIT.operations(TwoServers.get().helidon())) {
            var words = operation.split(" ", 2);
            boolean hasBody = !words[0].equals("GET");
            var type = words[1].contains("upload") ? "multipart/form-data; boundary=b" : "application/json";
            asks.add(new Ask(words[0], words[1], "nobody", hasBody ? type : "", hasBody ? "{}" : ""));
            asks.add(new Ask(words[0], words[1], "user", hasBody ? type : "", hasBody ? "{}" : ""));
            asks.add(new Ask(words[0], words[1], "user", hasBody ? "text/plain" : "", hasBody ? "{}" : ""));
            asks.add(new Ask(words[0], words[1], "Bearer a.b.c", "", ""));
            asks.add(new Ask(words[0], words[1], "Basic bm86Ym9keQ==", "", ""));
            asks.add(new Ask(words[0], words[1], "Nonsense", "", ""));
            asks.add(new Ask("DELETE", words[1], "user", "", ""));
            asks.add(new Ask("OPTIONS", words[1], "nobody", "", ""));
            asks.add(get(words[1], "user", "Accept", "application/xml"));
        }
        return asks.stream();
    }

    static Stream<Ask> chosen() {
        var something = "{\"id\":\"same\",\"user\":{\"id\":\"u\",\"name\":\"n\"}%s}";
        var login = "Basic dXNlcjpwYXNz";
        return Stream.of(
                get("/api/nope", "nobody"),
                get("/api", "nobody"),
                get(API, "nobody"),
                get("/mgmt/nope", "admin"),
                get(API + "check-enum?enum_value=OPT_1", "nobody"),
                get(API + "check-enum?enum_value=nope", "nobody"),
                get(API + "check-enum?enum_value=a&enum_value=b", "nobody"),
                get(API + "list-somethings?wildcard=nope*", "user"),
                get(API + "query-something?item_id=nope&partition_key=2026/11/21/05", "user"),
                get(API + "query-something?item_id=..%2F..%2Fetc&partition_key=2026", "user"),
                get(API + "query-something?item_id=%00&partition_key=2026", "user"),
                get(API + "query-something?item_id=a%20b+c&partition_key=2026", "user"),
                get(API + "basic-auth/1x0/login", login),
                get(API + "basic-auth/1x0/refresh", "nobody"),
                get(API + "basic-auth/1x0/refresh", "nobody", "Cookie", "simple_example.1x0.refresh=Refresh x"),
                get(API + "basic-auth/1x0/logout", "nobody"),
                get("/api/basic-auth/1x0/decode", "user"),
                get(API + "list-somethings-unsecured", "nobody", "Origin", "http://a.example"),
                new Ask(
                        "OPTIONS",
                        API + "save-something",
                        "nobody",
                        "",
                        "",
                        "Origin",
                        "http://a.example",
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "x-a"),
                new Ask("HEAD", API + "list-somethings-unsecured", "nobody", "", ""),
                new Ask("HEAD", API + "list-somethings", "nobody", "", ""),
                new Ask("HEAD", API + "download-something?file_name=hopeit-iso.png", "user", "", ""),
                get(API + "download-something?file_name=hopeit-iso.png", "user"),
                get(API + "download-something?file_name=hopeit-iso.png", "user", "Range", "bytes=0-9"),
                get(API + "download-something?file_name=hopeit-iso.png", "user", "Range", "bytes=9999999-"),
                get(API + "download-something?file_name=hopeit-iso.png", "user", "Range", "bytes=0-1,5-6"),
                get(API + "download-something?file_name=nope.png", "user"),
                get(API + "download-something?file_name=..%2Fx", "user"),
                get(API + "download-something-streamed?file_name=x.txt", "nobody"),
                post(API + "save-something", "user", "{\"id\":\"same\",\"user\":\"u\"}"),
                post(API + "save-something", "user", "{\"id\":\"same\",\"user\":\"u\"}", "User-Agent", " "),
                post(API + "streams/something-event", "user", something.formatted("")),
                post(API + "streams/something-event", "user", something.formatted(",\"nobody\":1")),
                post(API + "streams/something-event", "user", something.formatted(",\"history\":[null]")),
                post(API + "streams/something-event", "user", something.formatted(",\"status\":{\"type\":\"x\"}")),
                post(API + "streams/something-event", "user", "{\"id\":\"a/b\"}"),
                post(API + "streams/something-event", "user", ""),
                post(API + "streams/something-event", "user", "null"),
                post(API + "streams/something-event", "user", "[1"),
                post(API + "streams/something-event", "user", "{\"id\":\"\u00e4\u20ac\ud83d\ude00\"}"),
                post(API + "shuffle/spawn-event", "user", something.formatted("")),
                post(API + "shuffle/parallelize-event", "user", something.formatted("")),
                post(
                        API + "collector/query-concurrently",
                        "user",
                        "{\"item1_id\":\"a\",\"item2_id\":\"b\",\"partition_key\":\"2026\"}"),
                post("/mgmt/simple-example/1x0/service/something-generator/status", "admin", ""),
                post("/mgmt/simple-example/1x0/service/something-generator/stop", "admin", ""),
                post("/mgmt/simple-example/1x0/service/something-generator/status", "user", ""),
                post("/mgmt/simple-example/1x0/service/something-generator/status", "nobody", ""),
                post("/mgmt/simple-example/1x0/streams/nope/status", "admin", ""));
    }

    @ParameterizedTest
    @MethodSource({"published", "chosen"})
    void bothAnswerAlike(Ask ask) throws Exception {
        var servers = TwoServers.get();
        var helidon = answer(servers.helidon(), ask);

        assertThat(answer(servers.liberty(), ask)).isEqualTo(helidon);
        assertThat(helidon.status()).isLessThan(500);
    }

    private static Answer answer(SampleServer server, Ask ask) throws IOException {
        var answer = Answer.of(server.send(ask.of(server)), server);
        if (ask.method().equals("HEAD")) {
            answer.headers().remove("content-length"); // Helidon says 0, docs/servers.md
        }
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list-somethings?wildcard=2026/11/21/05/kept*",
                "list-somethings-unsecured?wildcard=2026/11/21/05/*",
                "query-something?item_id=kept&partition_key=2026/11/21/05"
            })
    void bothFindWhatIsStored(String request) throws Exception {
        var found = answer(TwoServers.get().helidon(), get(API + request, "user"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains("\"id\":\"kept\"");
        assertThat(answer(TwoServers.get().liberty(), get(API + request, "user")))
                .isEqualTo(found);
    }

    @Test
    void bothTakeTheSameForm() throws Exception {
        var ask = new Ask(
                "POST",
                API + "upload-something?something_id=s1",
                "user",
                "multipart/form-data; boundary=b",
                Forms.lines(Forms.WITH_A_FILE));
        var taken = answer(TwoServers.get().helidon(), ask);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).contains("\"id\":\"attachment\"");
        assertThat(answer(TwoServers.get().liberty(), ask)).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/started", "/health/ready", "/health/live"})
    void bothTellTheSameOfTheirHealth(String path) throws Exception {
        var servers = TwoServers.get();

        assertThat(health(servers.liberty(), path)).isEqualTo(health(servers.helidon(), path));
    }

    /** Helidon has checks of its own besides. */
    private static String health(SampleServer server, String path) throws IOException {
        var response = server.get(path);
        var answer = (ObjectNode) MAPPER.readTree(response.body());
        answer.withArray("checks")
                .removeIf(check -> HELIDONS.contains(check.path("name").asText()));
        return response.statusCode() + " " + answer.toPrettyString().replaceAll("redis://[^\"]*", "<redis>");
    }

    private static JsonNode document(SampleServer server) throws IOException {
        var document = MAPPER.readTree(
                server.get("/openapi", "Accept", "application/json").body());
        ((ObjectNode) document).remove("servers");
        return document;
    }

    @Test
    void bothPublishTheSameDocumentOfStreams() throws Exception {
        var servers = TwoServers.get();

        for (String accept :
                List.of("*/*", "application/json", "application/vnd.aai.asyncapi+json", "text/html, */*;q=0.8")) {
            var helidon = servers.helidon().get("/asyncapi", "Accept", accept);
            var liberty = servers.liberty().get("/asyncapi", "Accept", accept);

            assertThat(helidon.statusCode()).isEqualTo(200);
            assertThat(liberty.body()).isEqualTo(helidon.body());
        }
    }

    @Test
    void bothPublishTheSameDocument() throws Exception {
        var servers = TwoServers.get();

        assertThat(document(servers.liberty())).isEqualTo(document(servers.helidon()));
    }
}
