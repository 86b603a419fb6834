package io.hopeit.streams;

import static io.hopeit.streams.DepotApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.ManagedThreads;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.junit.jupiter.api.Test;

class StreamsHealthTest {
    private static Status status(DepotApp app, Annotation kind) {
        var response = app.deployed().get(HealthCheck.class, kind).call();
        assertThat(response.getName()).isEqualTo("hopeit-streams");
        assertThat(response.getData()).isEmpty();
        return response.getStatus();
    }

    @Test
    void allIsWellSoonAfterTheStart() {
        try (var app = DepotApp.with(Map.of(".block", "PT60S"))) {
            until(() -> status(app, Startup.Literal.INSTANCE) == Status.UP);
            assertThat(status(app, Readiness.Literal.INSTANCE)).isEqualTo(Status.UP);
            assertThat(status(app, Liveness.Literal.INSTANCE)).isEqualTo(Status.UP);
        }
    }

    @Test
    void hasNotStartedBeforeTheGroupExists() {
        try (var app = DepotApp.with(Map.of("hopeit.streams.start", "false"))) {
            app.deployed().broker().close();
            app.loop("deliver").start();

            assertThat(status(app, Startup.Literal.INSTANCE)).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void aBrokerThatIsGoneIsNoReasonToRestart() {
        try (var app = DepotApp.with(Map.of())) {
            until(() -> status(app, Startup.Literal.INSTANCE) == Status.UP);

            app.deployed().broker().close();

            assertThat(status(app, Readiness.Literal.INSTANCE)).isEqualTo(Status.DOWN);
            assertThat(status(app, Liveness.Literal.INSTANCE)).isEqualTo(Status.UP);
            assertThat(status(app, Startup.Literal.INSTANCE)).isEqualTo(Status.UP);
        }
    }

    @Test
    void whatIsStoppedOrPausedIsNotWaitedFor() throws Exception {
        try (var app = DepotApp.with(Map.of())) {
            app.loop("deliver").pause();
            assertThat(status(app, Readiness.Literal.INSTANCE)).isEqualTo(Status.UP);

            app.loop("deliver").stop();
            assertThat(status(app, Readiness.Literal.INSTANCE)).isEqualTo(Status.UP);
            assertThat(status(app, Startup.Literal.INSTANCE)).isEqualTo(Status.UP);
        }
    }

    @Test
    void consumersAreNotAliveWhenNothingDrivesThem() {
        var time = new HandMovedTime();
        try (var heartbeat = new Heartbeat(List.of(), new DeadThreads(), time)) {
            assertThat(heartbeat.isAlive()).isTrue();
            time.pass(Duration.ofSeconds(31));
            assertThat(heartbeat.isAlive()).isFalse();
        }
    }

    /** Threads that end as soon as they begin. */
    private static final class DeadThreads extends ManagedThreads {
        @Override
        public Thread loop(String name, Runnable loop) {
            return new Thread(() -> {});
        }
    }
}
