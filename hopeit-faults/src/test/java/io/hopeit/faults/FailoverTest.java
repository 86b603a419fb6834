package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Ledger.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replica takes over: what a confirmation is worth then. */
class FailoverTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    private static RedisServer replica(Scene scene, int master) throws Exception {
        var flags = new ArrayList<>(RedisServer.FORGETS);
        flags.addAll(List.of("--replicaof", "127.0.0.1", Integer.toString(master), "--repl-diskless-sync-delay", "0"));
        var replica = scene.closing(new RedisServer(scene.directory().resolve("replica"), flags));
        await().atMost(SOON)
                .until(() ->
                        replica.probe().call("INFO", "replication").toString().contains("master_link_status:up"));
        return replica;
    }

    private static Set<String> ids(RedisServer server, String key) {
        var ids = new TreeSet<String>();
        server.probe().entries(key).values().forEach(fields -> ids.add(fields.get("id")));
        return ids;
    }

    /** The line between the two goes silent, publishing goes on, the replica is promoted, and the old one follows it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatIsConfirmedByAReplicaOutlivesASplit(int replicas) throws Exception {
        try (var scene = new Scene("split-replicas-" + replicas, RedisServer.FORGETS)
                .with("hopeit.stream-defaults.replicas", Integer.toString(replicas))) {
            var line = scene.proxy();
            var replica = replica(scene, line.port());
            var driver = scene.driver();
            for (int i = 0; i < 20; i++) {
                assertThat(driver.publish("jobs", KillTest.work("before", i, 0)))
                        .isEqualTo(Phase.OK);
            }
            await().atMost(SOON).until(() -> ids(replica, scene.key()).size() == 20);
            assertThat(line.silence("REPLCONF")).isEqualTo(1);
            for (int i = 0; i < (replicas == 0 ? 50 : 4); i++) {
                driver.publish("jobs", KillTest.work("split", i, 0));
            }
            replica.probe().call("REPLICAOF", "NO", "ONE");
            var lost = scene.ids(Phase.OK);
            lost.removeAll(ids(replica, scene.key()));
            scene.with("hopeit.redis.uri", replica.uri()).pod("a", Work.Do.class);
            scene.awaitProcessed(ids(replica, scene.key()), SOON);
            scene.reportAt(
                    replica.probe(),
                    "confirmed=" + scene.ids(Phase.OK).size(),
                    "confirmed_lost=" + lost.size(),
                    "unknown=" + scene.ids(Phase.UNKNOWN).size());
            assertThat(lost).hasSize(replicas == 0 ? 50 : 0);
            assertThat(scene.ids(Phase.UNKNOWN)).hasSize(replicas == 0 ? 0 : 4);
        }
    }

    private interface Change {
        void of(Scene scene, Sentinel sentinel);
    }

    private static void goesOn(String name, Change change) throws Exception {
        try (var scene = new Scene(name, RedisServer.FORGETS)) {
            var replica = replica(scene, scene.redis().port());
            Path directory = scene.directory().resolve("sentinel");
            var sentinel = scene.closing(new Sentinel(directory, scene.redis().port()));
            sentinel.awaitReplica();
            scene.with("hopeit.redis.uri", sentinel.uri()).pod("a", Work.Do.class);
            var load = scene.driverAt(sentinel.uri()).load("jobs", 100_000, 100, i -> KillTest.work("s", i, 5));
            scene.awaitProcessed(Set.of("s100"), SOON);
            change.of(scene, sentinel);
            await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> sentinel.master() == replica.port());
            long promoted = System.currentTimeMillis();
            await().atMost(SOON).until(() -> confirmedAfter(scene, promoted + 1).size() > 50);
            load.stop();
            var after = confirmedAfter(scene, promoted + 1);
            scene.awaitProcessed(after, SOON);
            long resumed = scene.ledger()
                            .of(Phase.END)
                            .filter(end -> after.contains(end.id()))
                            .findFirst()
                            .orElseThrow()
                            .millis()
                    - promoted;
            var lost = scene.ids(Phase.OK);
            lost.removeAll(scene.processed());
            scene.reportAt(replica.probe(), "resumed=" + resumed, "confirmed_lost=" + lost.size());
            assertThat(resumed).isLessThanOrEqualTo(15_000);
            assertThat(lost).doesNotContainAnyElementsOf(after);
        }
    }

    private static Set<String> confirmedAfter(Scene scene, long millis) {
        var ids = new TreeSet<String>();
        scene.ledger().of(Phase.OK).filter(line -> line.millis() > millis).forEach(line -> ids.add(line.id()));
        return ids;
    }

    @Test
    void theReplicaOfAServerThatDiesIsFound() throws Exception {
        goesOn("failover-kill", (scene, sentinel) -> scene.redis().kill());
    }

    @Test
    void aServerThatIsDemotedIsLeft() throws Exception {
        goesOn("failover-demote", (scene, sentinel) -> sentinel.probe().call("SENTINEL", "FAILOVER", Sentinel.MASTER));
    }
}
