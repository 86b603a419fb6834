package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
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
    private final Set<String> done = new TreeSet<>();

    @TestFactory
    Stream<DynamicTest> everyAnswerIsAsPublished() throws IOException {
        var server = RunningSample.get();
        Stranger.keepSomething(server);
        var stranger = new Stranger(server);
        var requests = GeneratedRequests.all(Stranger.KNOWN);
        return Stream.concat(
                requests.stream().map(request -> dynamicTest(request.toString(), () -> isAnswered(stranger, request))),
                Stream.of(
                        dynamicTest("each published operation has been asked", () -> assertThat(asked(requests))
                                .containsExactlyElementsOf(Contract.operations())),
                        dynamicTest("each operation has done its work", () -> assertThat(done)
                                .containsAll(Contract.operations()))));
    }

    private static Set<String> asked(List<GeneratedRequest> requests) {
        return requests.stream().map(GeneratedRequest::operation).collect(Collectors.toCollection(TreeSet::new));
    }

    private void isAnswered(Stranger stranger, GeneratedRequest request) throws IOException {
        int status = stranger.send(request).statusCode();

        assertThat(status).describedAs(request.toString()).isLessThan(500);
        if (request.isWithoutProof()) {
            assertThat(status).describedAs(request.toString()).isEqualTo(401);
        } else if (request.isToBeRefused()) {
            assertThat(status).describedAs(request.toString()).isBetween(400, 499);
        } else if (status < 300) {
            done.add(request.operation());
        }
    }
}
