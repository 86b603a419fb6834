package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Job.Task;
import io.hopeit.faults.Ledger.Line;
import io.hopeit.faults.Ledger.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server goes, comes back, forgets, and has no room. */
class ServerTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** From the first sign of life of the server to the first effect of a message. */
    private static long resumedAfter(Scene scene, long millis) {
        await().atMost(SOON).until(() -> firstEnd(scene, millis) > 0);
        return firstEnd(scene, millis) - millis;
    }

    private static long firstEnd(Scene scene, long millis) {
        return scene.ledger()
                .of(Phase.END)
                .mapToLong(Line::millis)
                .filter(end -> end >= millis)
                .min()
                .orElse(0);
    }

    @Test
    @Tag(Host.ANY)
    void nothingIsLostAndNothingSpinsWhileAServerThatKeepsItsDataIsDown() throws Exception {
        try (var scene = new Scene("redis-kill", RedisServer.KEEPS)) {
            var pod = scene.pod("a", Work.Do.class);
            var load = scene.driver().load("jobs", 100_000, 200, i -> KillTest.work("k", i, 10));
            var resumed = new ArrayList<Long>();
            var busy = new ArrayList<Long>();
            int lines = 0;
            for (int downMillis : List.of(500, 3000, 6000)) {
                Thread.sleep(1000);
                int logged = pod.log().size();
                scene.redis().kill();
                var cpu = pod.cpu();
                Thread.sleep(downMillis);
                busy.add(pod.cpu().minus(cpu).toMillis() * 100 / downMillis);
                scene.redis().start(RedisServer.KEEPS);
                scene.redis().awaitPong();
                resumed.add(resumedAfter(scene, System.currentTimeMillis()));
                lines = Math.max(lines, pod.log().size() - logged);
            }
            load.stop();
            scene.awaitDrained(SOON);
            scene.report("resumed=" + resumed, "cpu_percent=" + busy, "log_lines=" + lines)
                    .assertNothingLost()
                    .assertDuplicatesExplained();
            assertThat(resumed).allMatch(millis -> millis <= 10_000);
            // what goes on after a server's start may fall into one of them; who spins does so in each
            assertThat(busy.subList(1, 3)).anyMatch(percent -> percent <= 10);
            assertThat(lines).isLessThanOrEqualTo(6);
        }
    }

    /**
     * Those that were confirmed, and had not been sent yet when the server had forgotten everything: a confirmation may come
     * before, and be noted after that.
     */
    private static Set<String> confirmedAfter(Scene scene, long millis) {
        var ids = new TreeSet<String>();
        scene.ledger().of(Phase.OK).forEach(line -> ids.add(line.id()));
        scene.ledger().of(Phase.ATTEMPT).filter(line -> line.millis() <= millis).forEach(line -> ids.remove(line.id()));
        return ids;
    }

    private static void lossEndsWith(Scene scene, Driver.Load load, long forgot) throws Exception {
        Thread.sleep(2500);
        load.stop();
        var after = confirmedAfter(scene, forgot);
        scene.awaitProcessed(after, SOON);
        var tally = scene.report("confirmed_after=" + after.size());
        assertThat(after).isNotEmpty();
        assertThat(tally.lost()).doesNotContainAnyElementsOf(after);
        tally.assertDuplicatesExplained();
    }

    @Test
    @Tag(Host.ANY)
    void goesOnWithAllThatComesAfterAFlush() throws Exception {
        try (var scene = new Scene("flushall", RedisServer.FORGETS)) {
            var pod = scene.pod("a", Work.Do.class);
            var load = scene.driver().load("jobs", 100_000, 200, i -> KillTest.work("f", i, 100));
            Thread.sleep(1500);
            scene.probe().call("FLUSHALL");
            long forgot = System.currentTimeMillis();
            lossEndsWith(scene, load, forgot);
            assertThat(pod.log()).anyMatch(line -> line.contains("recreated"));
        }
    }

    @Test
    void goesOnWithAllThatComesAfterARestartThatForgets() throws Exception {
        try (var scene = new Scene("redis-empty", RedisServer.FORGETS)) {
            var pod = scene.pod("a", Work.Do.class);
            var load = scene.driver().load("jobs", 100_000, 200, i -> KillTest.work("e", i, 100));
            Thread.sleep(1500);
            scene.redis().kill();
            long forgot = System.currentTimeMillis();
            Thread.sleep(1000);
            scene.redis().start(RedisServer.FORGETS);
            lossEndsWith(scene, load, forgot);
            assertThat(pod.log()).anyMatch(line -> line.contains("recreated"));
        }
    }

    @Test
    void aServerThatLoadsIsWaitedFor() throws Exception {
        var slow = List.of("--key-load-delay", "250");
        // it answers every two megabytes while it loads, so there have to be some
        try (var scene = new Scene("loading", List.of("--rdbcompression", "no"))) {
            var pod = scene.pod("a", Work.Do.class);
            var driver = scene.driver();
            driver.publish("jobs", KillTest.work("before", 0, 0));
            scene.awaitProcessed(Set.of("before0"), SOON);
            var keys = new ArrayList<List<String>>();
            for (int i = 0; i < 16_000; i++) {
                keys.add(List.of("SET", "filler" + i, "x".repeat(1000)));
            }
            scene.probe().pipeline(keys);
            scene.probe().call("SAVE");
            scene.redis().kill();
            scene.redis().start(slow);
            Thread.sleep(500);
            var late = scene.start("b", Work.Do.class);
            var during = driver.publish("jobs", KillTest.work("during", 0, 0));
            scene.redis().awaitPong();
            long millis = System.currentTimeMillis();
            var load = driver.load("jobs", 300, 100, i -> KillTest.work("l", i, 0));
            long resumed = resumedAfter(scene, millis);
            load.join();
            scene.awaitDrained(SOON);
            scene.report("published_meanwhile=" + during, "resumed=" + resumed).assertNothingLost();
            assertThat(resumed).isLessThanOrEqualTo(10_000);
            assertThat(pod.isAlive() && late.isAlive()).isTrue();
        }
    }

    @Test
    void aServerWithoutRoomLosesNoDeadLetterAndRefusesWhatIsPublished() throws Exception {
        try (var scene = new Scene("oom", RedisServer.FORGETS).with("hopeit.stream-defaults.max-deliveries", "1")) {
            scene.pod("a", Work.Do.class);
            var driver = scene.driver();
            for (int i = 0; i < 60; i++) {
                driver.publish("jobs", new Job("o" + i, i % 2 == 0 ? Task.WORK : Task.FAIL, 1500));
            }
            scene.probe().call("CONFIG", "SET", "maxmemory", "1"); // less than there is already
            var refused = driver.publish("jobs", KillTest.work("refused", 0, 0));
            await().atMost(SOON).until(() -> scene.ids(Phase.THROWN).size() == 30);
            Thread.sleep(1500);
            int pending = scene.probe().pending(scene.key(), scene.group()).size();
            int dead = scene.dead().size();
            scene.probe().call("CONFIG", "SET", "maxmemory", "0");
            scene.awaitDrained(SOON);
            var tally = scene.report("refused=" + refused, "pending=" + pending);
            assertThat(refused).isEqualTo(Phase.FAILED);
            assertThat(dead).isZero();
            assertThat(pending).isEqualTo(30);
            assertThat(tally.assertNothingLost().assertDuplicatesExplained().dead())
                    .hasSize(30);
        }
    }

    @Test
    void whatIsDoneIsNotDoneAgainBecauseItCannotBeAcknowledged() throws Exception {
        try (var scene =
                new Scene("noreplicas", RedisServer.FORGETS).with("hopeit.stream-defaults.claim-idle", "PT5S")) {
            scene.start("b", Work.Do.class);
            scene.pod("a", Work.Do.class);
            var load = scene.driver().load("jobs", 100_000, 100, i -> KillTest.work("n", i, 100));
            Thread.sleep(1500);
            scene.probe().call("CONFIG", "SET", "min-replicas-to-write", "1");
            Thread.sleep(1500);
            int pending = scene.probe().pending(scene.key(), scene.group()).size();
            scene.probe().call("CONFIG", "SET", "min-replicas-to-write", "0");
            Thread.sleep(1000);
            load.stop();
            scene.awaitDrained(SOON);
            var tally = scene.report(
                    "pending=" + pending, "refused=" + scene.ids(Phase.FAILED).size());
            assertThat(pending).isPositive();
            tally.assertNothingLost().assertDuplicatesExplained();
        }
    }

    /** For less than a message may be idle, and for longer: then everybody seems to be dead when it wakes. */
    @ParameterizedTest
    @ValueSource(ints = {1200, 4000})
    void aServerThatIsFrozenMakesNobodyWorkTwice(int millis) throws Exception {
        frozen("redis-frozen-" + millis, millis).assertDuplicatesExplained();
    }

    private static Tally frozen(String name, int millis) throws Exception {
        try (var scene = new Scene(name, RedisServer.FORGETS)) {
            scene.start("a", Work.Do.class);
            scene.pod("b", Work.Do.class);
            var load = scene.driver().load("jobs", 100_000, 100, i -> KillTest.work("z", i, 200));
            Thread.sleep(2000);
            scene.redis().signal("STOP");
            Thread.sleep(millis);
            scene.redis().signal("CONT");
            long resumed = resumedAfter(scene, System.currentTimeMillis());
            Thread.sleep(1000);
            load.stop();
            scene.awaitDrained(SOON);
            return scene.report("resumed=" + resumed).assertNothingLost();
        }
    }
}
