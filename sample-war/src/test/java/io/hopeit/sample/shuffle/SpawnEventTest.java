package io.hopeit.sample.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingStored;
import io.hopeit.sample.model.User;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import io.hopeit.testing.WithConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

@HopeitTest({SpawnEvent.class, ParallelizeEvent.class})
@WithConfig("simple-example.base.path=target/kit/shuffle")
class SpawnEventTest {
    private static final Something SOMETHING = new Something("ev1", new User("u1", "ada"), null, List.of());

    @Test
    void threeAreMadeOfOneAndStored(TestApp app) {
        var run = app.as("ada").run(SpawnEvent.class, SOMETHING);

        assertThat(run.header("X-Stream-Name")).contains("simple_example.1x0.streams.something_event");
        assertThat(run.steps())
                .startsWith("spawnManyEvents")
                .containsOnlyOnce("spawnManyEvents")
                .hasSize(1 + 3 * 2);
        assertThat(run.published("streams.something-event", SomethingStored.class))
                .extracting(stored -> stored.payload().id())
                .containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void thePartsGoWaysOfTheirOwn(TestApp app) {
        var run = app.as("ada").run(ParallelizeEvent.class, SOMETHING);

        assertThat(run.steps()).contains("processFirstPart", "processSecondPart");
        assertThat(run.results(SomethingStored.class))
                .extracting(stored -> stored.payload().id())
                .containsExactlyInAnyOrder("first_ev1", "second_ev1");
    }
}
