package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.FaultProxy.Ending;
import io.hopeit.faults.Ledger.Line;
import io.hopeit.faults.Ledger.Phase;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections break, or only seem to be there. */
class NetworkTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** A command may take 1.5 s, a read 2 s longer; the machine may be busy. Nobody else would notice in minutes. */
    private static final long NOTICED = 15_000;

    /** Ms until something has its effect that was published after that moment. */
    private static long resumedAfter(Scene scene, long millis) {
        await().atMost(SOON).until(() -> firstNew(scene, millis) > 0);
        return firstNew(scene, millis) - millis;
    }

    private static long firstNew(Scene scene, long millis) {
        var lines = scene.ledger().lines();
        var later = new TreeSet<String>();
        lines.stream()
                .filter(line -> line.phase() == Phase.ATTEMPT && line.millis() > millis)
                .forEach(line -> later.add(line.id()));
        return lines.stream()
                .filter(line -> line.phase() == Phase.END && later.contains(line.id()))
                .mapToLong(Line::millis)
                .min()
                .orElse(0);
    }

    @Test
    @Tag(Host.ANY)
    void aReaderWhoseConnectionIsOnlyHalfThereReadsAgain() throws Exception {
        try (var scene = new Scene("halfopen-reader", RedisServer.FORGETS)) {
            var proxy = scene.proxy();
            var driver = scene.driver();
            scene.with("hopeit.redis.uri", proxy.uri()).pod("a", Work.Do.class);
            var load = driver.load("jobs", 100_000, 50, i -> KillTest.work("h", i, 5));
            scene.awaitProcessed(Set.of("h50"), SOON);
            assertThat(proxy.silence("XREADGROUP")).isEqualTo(1);
            long resumed = resumedAfter(scene, System.currentTimeMillis());
            load.stop();
            scene.awaitDrained(SOON);
            scene.report("resumed=" + resumed).assertNothingLost().assertDuplicatesExplained();
            assertThat(resumed).isLessThanOrEqualTo(NOTICED);
        }
    }

    @Test
    @Tag(Host.ANY)
    void anAcknowledgementOnAConnectionThatIsOnlyHalfThereIsRepeated() throws Exception {
        try (var scene = new Scene("halfopen-ack", RedisServer.FORGETS)) {
            var proxy = scene.proxy();
            var driver = scene.driver();
            scene.with("hopeit.redis.uri", proxy.uri()).pod("a", Work.Do.class);
            var load = driver.load("jobs", 200, 50, i -> KillTest.work("h", i, 5));
            scene.awaitProcessed(Set.of("h50"), SOON);
            await().atMost(SOON).until(() -> proxy.silence("XACK") > 0);
            long start = System.currentTimeMillis();
            Thread.sleep(500);
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() ->
                            scene.probe().pending(scene.key(), scene.group()).size() <= 2);
            long resumed = System.currentTimeMillis() - start;
            load.join();
            scene.awaitDrained(SOON);
            scene.report("resumed=" + resumed).assertNothingLost().assertDuplicatesExplained();
            assertThat(resumed).isLessThanOrEqualTo(NOTICED);
        }
    }

    @Test
    void aPublisherWhoseConnectionIsOnlyHalfThereIsToldSoAndGoesOn() throws Exception {
        try (var scene = new Scene("halfopen-publish", RedisServer.FORGETS)) {
            var proxy = scene.proxy();
            var driver = scene.driverAt(proxy.uri());
            driver.publish("jobs", KillTest.work("first", 0, 0));
            assertThat(proxy.silence("XADD")).isEqualTo(1);
            long start = System.currentTimeMillis();
            var told = driver.publish("jobs", KillTest.work("silent", 0, 0));
            var load = driver.load("jobs", 1000, 50, i -> KillTest.work("h", i, 0));
            await().atMost(SOON).until(() -> scene.ids(Phase.OK).size() > 1);
            long resumed = System.currentTimeMillis() - start;
            load.stop();
            scene.pod("a", Work.Do.class);
            scene.awaitDrained(SOON);
            scene.report("told=" + told, "resumed=" + resumed);
            assertThat(told).isEqualTo(Phase.UNKNOWN);
            assertThat(resumed).isLessThanOrEqualTo(NOTICED);
        }
    }

    @Test
    @Tag(Host.ANY)
    void whatWasReadButNeverArrivedIsNotForgotten() throws Exception {
        try (var scene = new Scene("swallowed-reads", RedisServer.FORGETS)) {
            var proxy = scene.proxy();
            var driver = scene.driver();
            scene.with("hopeit.redis.uri", proxy.uri()).pod("a", Work.Do.class);
            var load = driver.load("jobs", 100_000, 100, i -> KillTest.work("s", i, 5));
            for (int fault = 0; fault < 12; fault++) {
                Thread.sleep(400);
                proxy.swallowNext("XREADGROUP", Ending.values()[fault % Ending.values().length]);
            }
            load.stop();
            scene.awaitDrained(SOON);
            scene.report("swallowed=" + proxy.swallowed()).assertNothingLost().assertDuplicatesExplained();
            assertThat(proxy.swallowed()).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void connectionsThatTheServerEndsAreOpenedAnewInSilence() throws Exception {
        try (var scene = new Scene("client-kill", RedisServer.FORGETS)) {
            var pod = scene.pod("a", Work.Do.class);
            var load = scene.driver().load("jobs", 100_000, 100, i -> KillTest.work("c", i, 5));
            for (int kill = 0; kill < 5; kill++) {
                Thread.sleep(2000);
                scene.probe().call("CLIENT", "KILL", "TYPE", "normal");
            }
            Thread.sleep(1000);
            load.stop();
            scene.awaitDrained(SOON);
            long warnings = pod.log().stream()
                    .filter(line -> line.contains(" WARNING io.hopeit") || line.contains(" SEVERE "))
                    .count();
            scene.report(
                            "kills=5",
                            "warnings=" + warnings,
                            "unknown=" + scene.ids(Phase.UNKNOWN).size())
                    .assertNothingLost()
                    .assertDuplicatesExplained();
            assertThat(warnings).as("unless it takes more than a second").isLessThanOrEqualTo(2);
        }
    }
}
