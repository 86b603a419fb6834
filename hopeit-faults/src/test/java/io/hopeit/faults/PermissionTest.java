package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person has to put right: it is said once, waited for without haste, and gone on from. */
class PermissionTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** What breaks it, and what mends it. */
    private interface Act {
        void on(Probe probe);
    }

    private static void survives(String name, Act broken, Act mended) throws Exception {
        try (var scene = new Scene(name, RedisServer.FORGETS)) {
            scene.probe().call("ACL", "SETUSER", "app", "on", ">secret", "~*", "&*", "+@all");
            var driver = scene.driver();
            var own = scene.redis().uri().replace("//", "//app:secret@");
            var pod = scene.with("hopeit.redis.uri", own).pod("a", Work.Do.class);
            driver.publish("jobs", KillTest.work("before", 0, 0));
            scene.awaitProcessed(Set.of("before0"), SOON);
            int logged = pod.log().size();
            broken.on(scene.probe());
            Thread.sleep(1000);
            var cpu = pod.cpu();
            Thread.sleep(3000);
            long percent = pod.cpu().minus(cpu).toMillis() / 30;
            var said = pod.log().subList(logged, pod.log().size());
            long errors = said.stream().filter(line -> line.contains("SEVERE")).count();
            mended.on(scene.probe());
            long start = System.currentTimeMillis();
            driver.publish("jobs", KillTest.work("after", 0, 0));
            scene.awaitProcessed(Set.of("after0"), SOON);
            long resumed = System.currentTimeMillis() - start;
            scene.report("errors=" + errors, "lines=" + said.size(), "cpu_percent=" + percent, "resumed=" + resumed)
                    .assertNothingLost();
            assertThat(errors).as("of the connection, of the consumer").isBetween(1L, 2L);
            assertThat(said.size()).isLessThanOrEqualTo(3);
            assertThat(percent).isLessThanOrEqualTo(10);
            assertThat(resumed).isLessThanOrEqualTo(20_000);
        }
    }

    @Test
    void aRightThatIsTakenAway() throws Exception {
        survives(
                "noperm",
                probe -> probe.call("ACL", "SETUSER", "app", "-xreadgroup"),
                probe -> probe.call("ACL", "SETUSER", "app", "+xreadgroup"));
    }

    @Test
    void aPasswordThatIsChanged() throws Exception {
        survives(
                "wrongpass",
                probe -> {
                    probe.call("ACL", "SETUSER", "app", "resetpass", ">other");
                    probe.call("CLIENT", "KILL", "USER", "app");
                },
                probe -> probe.call("ACL", "SETUSER", "app", "resetpass", ">secret"));
    }

    @Test
    void aKeyThatIsNoStream() throws Exception {
        survives(
                "wrongtype",
                probe -> {
                    probe.call("DEL", "faults.1x0.jobs");
                    probe.call("SET", "faults.1x0.jobs", "no stream");
                },
                probe -> probe.call("DEL", "faults.1x0.jobs"));
    }
}
