package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Ledger.Line;
import io.hopeit.faults.Ledger.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What shows only after a while; {@code -Dfaults.minutes} says how long, {@code -Dfaults.seed} what happens. */
@Tag("long")
class LongTest {
    private static final Duration MINUTES = Duration.ofMinutes(Long.getLong("faults.minutes", 10));
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final Duration SOON = Duration.ofSeconds(60);

    /** What happens to a running system. */
    private enum Fault {
        KILL,
        TERMINATE,
        FREEZE,
        KILL_SERVER,
        FREEZE_SERVER,
        CUT_CONNECTIONS
    }

    @Test
    void anyFaultsForALongTimeLoseNothingAndLeaveNothingBehind() throws Exception {
        System.out.println("faults.seed=" + SEED);
        var random = new Random(SEED);
        try (var scene = new Scene("soak", RedisServer.KEEPS)) {
            scene.with("faults.gauges", "true").pod("stays", Work.Do.class);
            try (var pods = new Supervisor(scene, Work.Do.class, "a", "b")) {
                var load = scene.driver().load("jobs", Integer.MAX_VALUE, 200, i -> KillTest.work("s", i, 20));
                long end = System.nanoTime() + MINUTES.toNanos();
                int faults = 0;
                while (System.nanoTime() < end) {
                    Thread.sleep(random.nextLong(3000, 10_000));
                    happen(scene, pods, Fault.values()[random.nextInt(Fault.values().length)], random);
                    faults++;
                }
                load.stop();
                scene.awaitDrained(SOON);
                var threads = gauge(scene, "threads");
                var heap = gauge(scene, "heap-kb");
                scene.report("faults=" + faults, "seed=" + SEED, "threads=" + threads, "heap_kb=" + heap)
                        .assertNothingLost()
                        .assertDuplicatesExplained();
                assertThat(threads.getLast()).isLessThanOrEqualTo(threads.getFirst() + 4);
                assertThat(heap.getLast()).isLessThanOrEqualTo(heap.getFirst() * 11 / 10 + 4096);
            }
        }
    }

    private static void happen(Scene scene, Supervisor pods, Fault fault, Random random) throws Exception {
        switch (fault) {
            case KILL -> pods.victim(random).kill();
            case TERMINATE -> pods.victim(random).terminate();
            case FREEZE -> {
                var frozen = pods.victim(random);
                scene.freeze(frozen);
                Thread.sleep(3000);
                frozen.thaw();
            }
            case KILL_SERVER -> {
                scene.redis().kill();
                Thread.sleep(random.nextLong(200, 4000));
                scene.redis().start(RedisServer.KEEPS);
                scene.redis().awaitPong();
                scene.noteEverybody();
            }
            case FREEZE_SERVER -> {
                scene.redis().signal("STOP");
                Thread.sleep(random.nextLong(200, 4000));
                scene.redis().signal("CONT");
                scene.noteEverybody();
            }
            case CUT_CONNECTIONS -> scene.probe().call("CLIENT", "KILL", "TYPE", "normal");
        }
    }

    /** The highest value in the second and in the last quarter of the one that stays. */
    private static List<Long> gauge(Scene scene, String name) {
        var values = scene.ledger()
                .of(Phase.GAUGE)
                .filter(line -> line.who().equals("stays") && line.id().equals(name))
                .map(Line::number)
                .toList();
        int quarter = values.size() / 4;
        return List.of(
                PressureTest.highest(values.subList(quarter, 2 * quarter)),
                PressureTest.highest(values.subList(3 * quarter, values.size())));
    }

    @Test
    void generationsOfInstancesLeaveNoNamesBehind() throws Exception {
        try (var scene =
                new Scene("scale", RedisServer.FORGETS).with("hopeit.stream-defaults.consumer-expiry", "PT5S")) {
            try (var pods = new Supervisor(scene, Work.Do.class, "a", "b", "c")) {
                var load = scene.driver().load("jobs", Integer.MAX_VALUE, 200, i -> KillTest.work("g", i, 20));
                var random = new Random(SEED);
                long end = System.nanoTime() + MINUTES.dividedBy(2).toNanos();
                while (System.nanoTime() < end) {
                    Thread.sleep(4000);
                    pods.victim(random).kill();
                }
                load.stop();
                scene.awaitDrained(SOON);
                await().atMost(SOON).until(() -> KillTest.consumers(scene) <= 3 + 2);
                scene.report("generations=" + pods.restarts(), "names=" + KillTest.consumers(scene))
                        .assertNothingLost()
                        .assertDuplicatesExplained();
            }
        }
    }

    @Test
    void aLargeBacklogIsWorkedOffInBoundedMemory() throws Exception {
        PressureTest.backlog("backlog-long", 500_000, Duration.ofMinutes(10));
    }
}
