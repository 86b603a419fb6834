package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.EventTimeoutException;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {

    @PostEvent
    @Steps({"one", "two", "three"})
    static class Paced {
        Object one(Integer n) {
            return n + 1;
        }

        Long two(String never) {
            return 0L;
        }

        Integer three(Integer n) {
            return n + 1;
        }
    }

    private static Duration elapsed(Deployed deployed, String event) throws Exception {
        var time = deployed.get(MovedTime.class);
        long start = time.nanos();
        deployed.run(event, 1);
        return Duration.ofNanos(time.nanos() - start);
    }

    @Test
    void thereIsADelayAfterEachStepThatRuns() throws Exception {
        try (var deployed =
                Deployed.with(Map.of("hopeit.event.paced.step-delay", "PT0.3S"), Paced.class, MovedTime.class)) {
            assertThat(elapsed(deployed, "paced")).isEqualTo(Duration.ofMillis(600));
        }
    }

    @PostEvent
    @WriteStream("values")
    static class Throttled {
        Stream<Integer> run(Integer n) {
            return Stream.of(1, 2, 3);
        }
    }

    @Test
    void aThrottledRunTakesThatLongTillItsFirstResultAndNoLongerForMore() throws Exception {
        var config = Map.of("hopeit.event-defaults.throttle", "PT0.5S");
        try (var deployed = Deployed.with(config, Throttled.class, Published.class, MovedTime.class)) {
            assertThat(elapsed(deployed, "throttled")).isEqualTo(Duration.ofMillis(500));
        }
    }

    @Test
    void theTimeoutHoldsForDelaysToo() {
        var config = Map.of("hopeit.event.paced.step-delay", "PT60S", "hopeit.event.paced.timeout", "PT0.05S");
        try (var deployed = Deployed.with(config, Paced.class)) {
            assertThatThrownBy(() -> deployed.run("paced", 1)).isInstanceOf(EventTimeoutException.class);
        }
    }

    @Test
    void theTimeoutHoldsForThrottlingToo() {
        var config = Map.of("hopeit.event.paced.throttle", "PT60S", "hopeit.event.paced.timeout", "PT0.05S");
        try (var deployed = Deployed.with(config, Paced.class)) {
            assertThatThrownBy(() -> deployed.run("paced", 1)).isInstanceOf(EventTimeoutException.class);
        }
    }
}
