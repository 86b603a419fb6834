package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever starts the sample, without naming a Redis, is told the same by both servers. */
@OnLiberty
class SameStartLinesIT {
    private static List<String> told(ServerKind kind) throws IOException {
        try (var server = SampleServer.start(kind, "", Map.of())) {
            await().atMost(SOON).until(() -> StartLines.isReady(server));
            return StartLines.of(server);
        }
    }

    @Test
    void bothTellTheSame() throws Exception {
        var helidon = told(ServerKind.HELIDON);

        assertThat(helidon.getFirst()).matches("Redis: embedded .* at <redis> \\(stops with the application\\)");
        assertThat(helidon)
                .contains("Ready at <url>")
                .anyMatch(line -> line.matches("simple-example 1\\.0 has \\d+ events"))
                .anyMatch(line -> line.matches(" +save_something +POST /api/simple-example/1x0/save-something"))
                .anyMatch(line -> line.matches(
                        " +streams.process_events +reads .*streams\\.something_event +as group .*process_events"));
        assertThat(told(ServerKind.LIBERTY)).isEqualTo(helidon);
    }
}
