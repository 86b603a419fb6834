package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that knows nothing but the published document cannot tell either which server answers. */
@OnLiberty
class SameAnswersToStrangersIT {
    private static Stranger ofHelidon;
    private static Stranger ofLiberty;

    @BeforeAll
    static void meet() throws IOException {
        var servers = TwoServers.get();
        Stranger.keepSomething(servers.helidon());
        Stranger.keepSomething(servers.liberty());
        ofHelidon = new Stranger(servers.helidon());
        ofLiberty = new Stranger(servers.liberty());
    }

    static List<GeneratedRequest> requests() throws IOException {
        return GeneratedRequests.all(Stranger.KNOWN);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void bothAnswerAlike(GeneratedRequest request) throws Exception {
        var servers = TwoServers.get();
        var helidon = Answer.of(ofHelidon.send(request), servers.helidon());

        assertThat(Answer.of(ofLiberty.send(request), servers.liberty())).isEqualTo(helidon);
    }
}
