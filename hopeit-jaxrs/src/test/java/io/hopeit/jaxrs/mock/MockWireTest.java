package io.hopeit.jaxrs.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are meant to do harm, in how they are sent. */
@HelidonTest
class MockWireTest {
    private static final String POST =
            "POST /api/mock/1x0/mock-post HTTP/1.1\r\nHost: localhost\r\n" + "Content-Type: application/json\r\n";
    private static final String GET = "GET /api/mock/1x0/mock-event?query_arg1=ok HTTP/1.1\r\nHost: localhost\r\n";
    private static final String LIBERTY =
            "Open Liberty tells of one length, takes +0 for 0, and ends the connection where there were two";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String REFUSED = "(?s)^(HTTP/1.1 4\\d\\d.*|\n?<cut off>|)$";

    private static final String OPEN = "\r\nthe connection stays open";

    @Inject
    WebTarget target;

    private MockServer server;

    @BeforeEach
    void connect() {
        server = new MockServer(Target.of(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: 2x\r\n\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n{}\r\n0\r\n\r\n"
            })
    void aLengthThatIsNoneIsRefused(String rest) throws Exception {
        assertThat(server.raw(POST + rest)).matches(REFUSED);
    }

    @Test
    @DisabledIfSystemProperty(named = "test.liberty", matches = ".+", disabledReason = LIBERTY)
    void aLengthThatIsNotClearIsRefused() throws Exception {
        assertThat(server.raw(POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   "))
                .matches(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 4\r\n\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void afterALengthThatIsNotClearNoSecondRequestIsMade(String rest) throws Exception {
        for (String first : requests()) {
            assertThat(everything(first + rest + GET + "\r\n"))
                    .containsOnlyOnce("HTTP/1.1 ")
                    .doesNotContain(OPEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 4\r\n\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: +0\r\n\r\n"
            })
    @DisabledIfSystemProperty(named = "test.liberty", matches = ".+", disabledReason = LIBERTY)
    void whateverIsAskedForALengthThatIsNotClearIsRefused(String rest) throws Exception {
        for (String first : requests()) {
            assertThat(everything(first + rest + GET + "\r\n")).matches(REFUSED).containsOnlyOnce("HTTP/1.1 ");
        }
    }

    private static List<String> requests() {
        return List.of(GET, POST, GET.replace("/mock-event", "/nowhere"));
    }

    /** All that comes until the server ends the connection, or has said nothing for long. */
    private String everything(String request) throws IOException {
        var answers = new StringBuilder();
        try (var socket = server.connect(request)) {
            socket.setSoTimeout((int) SOON.toMillis());
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                answers.append((char) c);
            }
        } catch (SocketTimeoutException e) {
            answers.append(OPEN);
        }
        return answers.toString();
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws Exception {
        assertThat(server.raw(GET + "X-Large: " + "x".repeat(64 * 1024) + "\r\n\r\n"))
                .matches(REFUSED);
        assertThat(server.raw(GET.replace("=ok", "=" + "x".repeat(64 * 1024)) + "\r\n"))
                .matches(REFUSED);
        assertThat(server.raw(GET + "X-Many: 12345678901234567890123456\r\n".repeat(500) + "\r\n"))
                .matches(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-Evil: 1",
                "a\nX-Evil: 1",
                "a\rX-Evil: 1",
                "a\r\n X-Evil: 1",
                "a%0d%0aX-Evil: 1",
                "a\u0085X-Evil: 1"
            })
    void aTrackIdAddsNoHeader(String id) throws Exception {
        var answer = server.raw(GET + "X-Track-Request-Id: " + id + "\r\n\r\n");

        assertThat(answer).doesNotContainPattern("(?i)[\r\n]X-Evil").isNotEmpty();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "test.liberty",
            matches = ".+",
            disabledReason = "a body that does not come holds a thread of Open Liberty, which adds others slowly")
    void halfRequestsDoNotKeepOthersWaiting() throws Exception {
        int ignored = runs("ignored");
        var halves = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 100; i++) {
                halves.add(server.connect(POST + "Content-Length: 100\r\n\r\n{\"value\":"));
                halves.add(server.connect(GET.substring(0, 40)));
            }
            // as long as the halves are open, which nobody completes
            var answer = server.client()
                    .sendAsync(
                            HttpRequest.newBuilder(server.at("mock-event?query_arg1=ok"))
                                    .build(),
                            BodyHandlers.discarding());

            assertThat(answer)
                    .succeedsWithin(SOON)
                    .extracting(HttpResponse::statusCode)
                    .isEqualTo(200);
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
        await().atMost(SOON).until(() -> runs("ignored") >= ignored + 100); // or other tests would count them
    }

    @Test
    void aClientThatGoesAwayIsNoErrorOfTheServer() throws Exception {
        int failed = runs("failed");
        int ignored = runs("ignored");
        for (int i = 0; i < 20; i++) {
            server.connect(POST + "Content-Length: 100\r\n\r\n{\"value\":").close();
        }

        await().atMost(SOON).until(() -> runs("ignored") >= ignored + 20);
        assertThat(runs("ignored")).isEqualTo(ignored + 20);
        assertThat(runs("failed")).isEqualTo(failed);
    }

    private int runs(String outcome) throws Exception {
        return server.get("/metrics", "Accept", "text/plain")
                .body()
                .lines()
                .filter(line -> line.startsWith("hopeit_events_total") && line.contains("event=\"mock_post\""))
                .filter(line -> line.contains("outcome=\"" + outcome + "\""))
                .mapToInt(line -> (int) Double.parseDouble(line.replaceFirst(".* ", "")))
                .sum();
    }

    @Test
    void aCompressedBodyThatTheServerDoesNotUnpackIsRefused() throws Exception {
        var response = server.send(
                "POST",
                "mock-post",
                BodyPublishers.ofByteArray(new byte[] {31, -117, 8, 0}),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip");

        assertThat(response.statusCode()).isIn(400, 415);
    }
}
