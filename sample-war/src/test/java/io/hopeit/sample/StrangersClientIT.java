package io.hopeit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Clients that know nothing but the published document: Tcases makes the requests, and another library checks the
 * responses, as it does with all that tests of the sample send.
 */
class StrangersClientIT {
    /** These answer 200 only for what has been stored before. */
    private static final Set<String> NEED_MORE = Set.of(
            "GET /api/simple-example/1x0/query-something",
            "POST /api/simple-example/1x0/query-something",
            "GET /api/simple-example/1x0/download-something");

    private final Set<String> done = new TreeSet<>();
    private SampleServer server;
    private String token;
    private String cookie;

    @TestFactory
    Stream<DynamicTest> everyAnswerIsAsPublished() throws IOException {
        server = RunningSample.get();
        token = server.token("user", "pass");
        cookie = session();
        var requests = GeneratedRequests.all();
        return Stream.concat(
                requests.stream().map(request -> dynamicTest(request.toString(), () -> isAnswered(request))),
                Stream.of(
                        dynamicTest("each published operation has been asked", () -> assertThat(asked(requests))
                                .containsExactlyElementsOf(Contract.operations())),
                        dynamicTest("each operation has done its work", this::eachHasDoneItsWork)));
    }

    private static Set<String> asked(List<GeneratedRequest> requests) {
        return requests.stream().map(GeneratedRequest::operation).collect(Collectors.toCollection(TreeSet::new));
    }

    private void eachHasDoneItsWork() throws IOException {
        var expected = Contract.operations();
        expected.removeAll(NEED_MORE);
        assertThat(done).containsAll(expected);
    }

    private void isAnswered(GeneratedRequest request) throws IOException {
        if (request.isAsPublished()) {
            // one that logs out or refreshes ends a session
            cookie = request.operation().matches(".*/(logout|refresh)") ? session() : cookie;
        }
        int status = server.send(request.to(server, this::proof)).statusCode();

        assertThat(status).describedAs(request.toString()).isLessThan(500);
        if (request.isWithoutProof()) {
            assertThat(status).describedAs(request.toString()).isEqualTo(401);
        } else if (request.isToBeRefused()) {
            assertThat(status).describedAs(request.toString()).isBetween(400, 499);
        } else if (status < 300) {
            done.add(request.operation());
        }
    }

    private String proof(String asked) {
        return switch (asked) {
            case "HttpBearerDef" -> "Bearer " + token;
            case "HttpBasicDef" -> "Basic " + Base64.getEncoder().encodeToString("user:pass".getBytes(UTF_8));
            default -> cookie;
        };
    }

    /** The cookie of a new one. */
    private String session() {
        try {
            return server.login("user", "pass")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceFirst(";.*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
