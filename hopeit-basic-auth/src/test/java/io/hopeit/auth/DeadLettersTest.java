package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the management does with events that pause, and with their dead letters. */
@HelidonTest
class DeadLettersTest {
    private static final String EVENT = "/mgmt/shop/1x0/open/";
    private static final String LETTERS = EVENT + "dead-letters";

    @Inject
    WebTarget server;

    private Client client;

    @BeforeEach
    void keepThree() throws Exception {
        client = new Client(server);
        keep(Stream.of("1-0", "2-0", "3-0"));
    }

    private void keep(Stream<String> letters) throws Exception {
        var ids = letters.collect(Collectors.joining("\",\"", "[\"", "\"]"));

        assertThat(client.post("/api/shop/1x0/keep-letters", ids, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(method, path, "Authorization", "Bearer " + client.token("bob"));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.post(path, body, "Authorization", "Bearer " + client.token("bob"));
    }

    @Test
    void anEventPausesAndGoesOn() throws Exception {
        assertThat(send("POST", EVENT + "pause").body())
                .isEqualTo("{\"event\":\"open\",\"state\":\"PAUSED\",\"failure\":null,\"details\":{\"pending\":3}}");
        assertThat(send("POST", EVENT + "pause").statusCode()).isEqualTo(409);
        assertThat(Client.json(send("POST", EVENT + "resume")).get("state").asText())
                .isEqualTo("RUNNING");
        assertThat(send("POST", EVENT + "resume").statusCode()).isEqualTo(409);
    }

    @Test
    void deadLettersAreListedPageByPage() throws Exception {
        assertThat(send("GET", LETTERS + "?count=1").body())
                .isEqualTo("[{\"id\":\"1-0\",\"stream\":\"s\",\"entryId\":\"1-0\",\"deliveries\":5,\"error\":\"E\","
                        + "\"message\":\"m\",\"at\":\"1970-01-01T00:00:00Z\",\"fields\":{\"payload\":\"p\"}}]");
        assertThat(Client.json(send("POST", LETTERS + "?after=1-0")).findValuesAsText("id"))
                .containsExactly("2-0", "3-0");
    }

    @Test
    void somePutBackAndSomeDeleted() throws Exception {
        assertThat(post(LETTERS + "/redrive", "{\"ids\":[\"1-0\",\"9-0\"]}").body())
                .isEqualTo("{\"count\":1}");
        assertThat(post(LETTERS + "/discard", "{\"ids\":[\"2-0\"]}").body()).isEqualTo("{\"count\":1}");
        assertThat(Client.json(send("GET", LETTERS)).findValuesAsText("id")).containsExactly("3-0");
    }

    @Test
    void allAreMoreThanAPage() throws Exception {
        keep(IntStream.range(0, 2500).mapToObj(String::valueOf));

        assertThat(post(LETTERS + "/redrive", "{\"all\":true}").body()).isEqualTo("{\"count\":2500}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{|-",
                "[]|-",
                "-|-",
                "null|-",
                "{}|ids",
                "{\"all\":false}|ids",
                "{\"ids\":[]}|ids",
                "{\"ids\":[\"1-0\",\" \"]}|ids[1]",
                "{\"ids\":[\"no-id\"]}|ids",
                "{\"ids\":[\"1-0\"],\"all\":true}|ids"
            })
    void aBodyThatIsWrongChangesNothing(String body, String field) throws Exception {
        var answer = post(LETTERS + "/discard", body == null ? "" : body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/errors/0/field").asText()).isEqualTo(field == null ? "" : field);
        assertThat(Client.json(send("GET", LETTERS)).size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"count=0,count", "count=1001,count", "count=x,count", "after=no-id,after"})
    void aQueryThatIsWrongIsRefused(String query, String field) throws Exception {
        var answer = send("GET", LETTERS + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void anEventWithoutDeadLettersHasNone() throws Exception {
        assertThat(send("GET", "/mgmt/shop/1x0/none/dead-letters").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeReachedIsNotAvailable() throws Exception {
        client.get("/api/shop/1x0/break-down");
        var answer = send("GET", LETTERS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Client.header(answer, "Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,pause",
        "POST,resume",
        "GET,dead-letters",
        "POST,dead-letters",
        "POST,dead-letters/redrive",
        "POST,dead-letters/discard"
    })
    void onlyTheRoleMay(String method, String action) throws Exception {
        var other = "Bearer " + client.token("ada");

        assertThat(client.send(method, EVENT + action).statusCode()).isEqualTo(401);
        assertThat(client.send(method, EVENT + action, "Authorization", other).statusCode())
                .isEqualTo(403);
    }
}
