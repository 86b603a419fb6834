package io.hopeit.jaxrs.mock;

import static io.hopeit.jaxrs.mock.MockServer.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events answer when nothing is wrong with the request, and where they are. */
@HelidonTest
class MockEventsTest {
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
    void aStepThatTakesATrackHeaderIsGivenTheIdThatTheRequestHas() throws Exception {
        var response = server.get("mock-tracked");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(read(response).at("/value").asText()).isEqualTo(header(response, "X-Track-Request-Id"));
    }

    @Test
    void anArgumentComesInAndHeadersAndACookieGoOut() throws Exception {
        var response = server.get("mock-event?query_arg1=ok", "X-Track-Session-Id", "test_session_id");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"mock-event\":\"ok: ok\"}".replace('-', '_'));
        assertThat(header(response, "X-Track-Session-Id")).isEqualTo("test_session_id");
        assertThat(header(response, "X-Track-Request-Id")).isNotEmpty();
        assertThat(header(response, "X-Track-Request-Ts")).isNotEmpty();
        assertThat(header(response, "X-Status")).isEqualTo("ok");
        assertThat(header(response, "Set-Cookie")).isEqualTo("Test-Cookie=a=1&b=c:d/e@f?");
    }

    @ParameterizedTest
    @CsvSource({"a=1,0", "some=7,7", "a=1; some=\"7\"; b=2,7", "some=7; some=8,7"})
    void aCookieIsAnArgumentTheFirstOfItsName(String cookies, int expected) throws Exception {
        var response = server.get("mock-arguments/p", "Cookie", cookies);

        assertThat(read(response).at("/cookie").asInt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,2|3|[1,2,3]", "' 1 , 2,'|3|[1,2,3]", "''|''|[]"})
    void aListInHeadersIsTakenApartAtItsCommas(String one, String two, String expected) throws Exception {
        var response = server.get("mock-arguments/p", "X-Ids", one, "X-Ids", two);

        assertThat(read(response).at("/ids").toString()).isEqualTo(expected);
    }

    @Test
    void aListInAHeaderMayBeAbsent() throws Exception {
        assertThat(read(server.get("mock-arguments/p")).at("/ids").toString()).isEqualTo("[]");
    }

    @Test
    void aWrongElementOfAHeaderIsRefusedByItsName() throws Exception {
        var response = server.get("mock-arguments/p", "X-Ids", "1,x");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/errors/0/field").asText()).isEqualTo("X-Ids");
    }

    @Test
    void aCookieThatIsNoArgumentIsRefusedByItsName() throws Exception {
        var response = server.get("mock-arguments/p", "Cookie", "some=x");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/errors/0/field").asText()).isEqualTo("some");
    }

    @ParameterizedTest
    @CsvSource({"'',ASC US c", "?sort=DESC&region=eu,DESC EU c"})
    void typesOfArgumentsNeedNotBePublic(String query, String expected) throws Exception {
        assertThat(read(server.get("mock-types" + query)).at("/mock_types").asText())
                .isEqualTo(expected);
        assertThat(read(server.get("mock-types" + query, "Cookie", "code=d"))
                        .at("/mock_types")
                        .asText())
                .endsWith(" d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"?sort=x|sort must be one of ASC, DESC", "?region=x|region must be of the documented type"})
    void anArgumentOfAnotherTypeIsRefusedWithWhatIsTaken(String query, String message) throws Exception {
        var response = server.get("mock-types" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/msg").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567.89", "10.50", "0.12345678901234567890"})
    void anExactNumberKeepsItsDigits(String number) throws Exception {
        assertThat(server.post("mock-amount", "{\"value\":" + number + "}").body())
                .isEqualTo("{\"mock_amount\":" + number + "}");
    }

    @Test
    void noResultIsNoContentWhereThatIsNotJson() throws Exception {
        assertThat(server.get("mock-avatar?id=1").body()).isEqualTo("PNG");

        var response = server.get("mock-avatar?id=2");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mock-vendor,application/vnd.shop+json", "mock-hal,application/hal+json"})
    void jsonMayBeOfATypeOfItsOwn(String path, String type) throws Exception {
        var response = server.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).startsWith(type);
        assertThat(response.body()).isEqualTo("{\"value\":\"a\"}");
    }

    @Test
    void whatIsInAListSaysWhatItIs() throws Exception {
        assertThat(server.get("mock-pets").body()).isEqualTo("[{\"kind\":\"cat\",\"lives\":9}]");
    }

    @Test
    void aPostprocessSetsTheStatusAndDeletesACookie() throws Exception {
        var response = server.get("mock-event?query_arg1=no-ok", "x-track-session-id", "test_session_id");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"mock_event\":\"not-ok: None\"}");
        assertThat(header(response, "X-Track-Session-Id")).isEqualTo("test_session_id");
        assertThat(header(response, "Set-Cookie"))
                .isEqualTo("Test-Cookie=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @Test
    void aPayloadComesInAndTheRequestsIdGoesOut() throws Exception {
        var response = server.send(
                "POST",
                "mock-post",
                BodyPublishers.ofString("{\"value\": \"ok\"}"),
                "Content-Type",
                "application/json;charset=utf-8",
                "X-Track-Request-Id",
                "test_request_id");

        assertThat(response.body()).isEqualTo("{\"value\":\"ok: ok\",\"processed\":true}");
        assertThat(header(response, "X-Track-Request-Id")).isEqualTo("test_request_id");
        assertThat(header(response, "X-Event-App")).isEqualTo("mock.1x0");
    }

    @Test
    void aTrackIdThatIsNotConfiguredIsNotTold() throws Exception {
        assertThat(server.get("mock-event?query_arg1=ok", "X-Track-Foo", "foo")
                        .headers()
                        .firstValue("X-Track-Foo"))
                .isEmpty();
    }

    @Test
    void aPostNeedsNeitherPayloadNorBody() throws Exception {
        var response = server.send("POST", "mock-nothing", BodyPublishers.noBody());

        assertThat(response.body()).isEqualTo("{\"mock_nothing\":\"ok: nopayload ok\"}");
    }

    @Test
    void aBodyThatNobodyReadsIsOfAnyType() throws Exception {
        var response =
                server.send("POST", "mock-nothing", BodyPublishers.ofString("<x/>"), "Content-Type", "application/xml");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aCollectorsMethodsWorkTogether() throws Exception {
        assertThat(server.post("mock-collector", "{\"value\":\"ok\"}").body())
                .isEqualTo("{\"value\":\"((ok+mock_collector+step1)&(ok+mock_collector+step2)+mock_collector+step3)\","
                        + "\"processed\":true}");
    }

    @Test
    void ofManyResultsTheLastIsTheResponse() throws Exception {
        assertThat(server.get("mock-spawn?payload=ok").body()).isEqualTo("{\"value\":\"stream: ok.2\"}");
    }

    @Test
    void anEventThatIsInTimeAnswers() throws Exception {
        assertThat(server.get("mock-timeout?millis=10").body()).isEqualTo("{\"mock_timeout\":\"ok\"}");
    }

    @Test
    void anEventThatIsNotInTimeIsStoppedWithA504() throws Exception {
        var start = Instant.now();
        var response = server.get("mock-timeout?millis=60000");

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(read(response).at("/msg").asText()).isEqualTo("mock_timeout took longer than 2.0 seconds");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void noResultIsNull() throws Exception {
        var response = server.get("mock-choice?kind=nothing");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("null");
        assertThat(header(response, "Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource({"PUT,put 7 a", "PATCH,patch 7 a", "DELETE,deleted 7"})
    void severalEventsShareAPath(String method, String value) throws Exception {
        var response = server.json(method, "things/7", method.equals("DELETE") ? "" : "{\"value\":\"a\"}");

        assertThat(response.body()).isEqualTo("{\"value\":\"%s\",\"processed\":true}".formatted(value));
    }

    @Test
    void anotherRouteIsAsItIsWritten() throws Exception {
        assertThat(server.get("/custom/12/part").body()).isEqualTo("{\"value\":\"part of 12\"}");
        assertThat(server.get("/custom/x/part").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/mock/1x0/mock-custom").statusCode()).isEqualTo(404);
    }

    @Test
    void anEventOfAGroupThatIsLeftOutIsNotThere() throws Exception {
        assertThat(server.get("mock-group").statusCode()).isEqualTo(404);
    }

    @Test
    void headIsAGetWithoutItsBody() throws Exception {
        var response = server.send("HEAD", "mock-event?query_arg1=ok", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "X-Status")).isEqualTo("ok");
    }

    private TreeSet<String> allowed(String method, String path) throws Exception {
        var response = server.send(method, path, BodyPublishers.noBody());
        return new TreeSet<>(Arrays.asList(header(response, "Allow").split(" *, *")));
    }

    @Test
    void optionsTellWhatIsAllowed() throws Exception {
        assertThat(allowed("OPTIONS", "mock-event")).containsExactly("GET", "HEAD", "OPTIONS");
        assertThat(allowed("OPTIONS", "mock-post")).containsExactly("OPTIONS", "POST");
        assertThat(allowed("OPTIONS", "things/1")).containsExactly("DELETE", "OPTIONS", "PATCH", "PUT");
    }

    @Test
    void aWrongMethodTellsWhatIsAllowed() throws Exception {
        assertThat(allowed("GET", "things/1")).containsExactly("DELETE", "OPTIONS", "PATCH", "PUT");
        assertThat(allowed("POST", "mock-event")).containsExactly("GET", "HEAD", "OPTIONS");
    }
}
