package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Job.Task;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Instances of the application end, in order and not. */
class KillTest {
    static Job work(String prefix, int i, long millis) {
        return new Job(prefix + i, Task.WORK, millis);
    }

    @Test
    @Tag(Host.ANY)
    void nothingIsLostAndWhatIsDoneAgainWasInWorkWhenInstancesAreKilled() throws Exception {
        try (var scene = new Scene("kill-app", RedisServer.FORGETS)) {
            PodProcess[] pods = {scene.start("a0", Work.Do.class), scene.start("b0", Work.Do.class)};
            for (var pod : pods) {
                pod.awaitUp();
            }
            var load = scene.driver().load("jobs", 100_000, 400, i -> work("k", i, 20));
            int kills = Host.current().times(6);
            for (int kill = 1; kill <= kills; kill++) {
                Thread.sleep(1000);
                int victim = kill % 2;
                scene.kill(pods[victim]);
                pods[victim] = scene.pod((victim == 0 ? "a" : "b") + kill, Work.Do.class);
            }
            load.stop();
            scene.awaitDrained(Duration.ofSeconds(60));
            scene.report("kills=" + kills).assertNothingLost().assertDuplicatesExplained();
        }
    }

    @Test
    @Tag(Host.ANY)
    void aRollingRestartDoesNothingTwice() throws Exception {
        try (var scene = new Scene("bounce", RedisServer.FORGETS).with("hopeit.stream-defaults.claim-idle", "PT5S")) {
            PodProcess[] pods = {scene.start("a0", Work.Do.class), scene.start("b0", Work.Do.class)};
            for (var pod : pods) {
                pod.awaitUp();
            }
            var load = scene.driver().load("jobs", 100_000, 200, i -> work("r", i, 30));
            int restarts = Host.current().times(5);
            for (int restart = 1; restart <= restarts; restart++) {
                int turn = restart % 2;
                pods[turn].terminate();
                assertThat(pods[turn].endsWithin(Host.current().stop().plusSeconds(20)))
                        .isTrue();
                pods[turn] = scene.pod((turn == 0 ? "a" : "b") + restart, Work.Do.class);
            }
            load.stop();
            scene.awaitDrained(Duration.ofSeconds(60));
            scene.report("restarts=" + restarts).assertNothingLost().assertDuplicatesExplained();
        }
    }

    @Test
    @Tag(Host.ANY)
    void deadConsumersAreForgotten() throws Exception {
        int kills = Host.current().times(5);
        try (var scene =
                new Scene("names", RedisServer.FORGETS).with("hopeit.stream-defaults.consumer-expiry", "PT4S")) {
            var stays = scene.pod("stays", Work.Do.class);
            var load = scene.driver().load("jobs", 100_000, 50, i -> work("n", i, 5));
            for (int i = 0; i < kills; i++) {
                scene.kill(scene.pod("p" + i, Work.Do.class));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> consumers(scene) <= 1 + kills / 2);
            load.stop();
            scene.awaitDrained(Duration.ofSeconds(60));
            scene.report("names=" + consumers(scene)).assertNothingLost().assertDuplicatesExplained();
            assertThat(stays.isAlive()).isTrue();
        }
    }

    static int consumers(Scene scene) {
        return List.copyOf(scene.probe().list("XINFO", "CONSUMERS", scene.key(), scene.group()))
                .size();
    }
}
