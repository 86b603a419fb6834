package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.faults.Ledger.Line;
import io.hopeit.faults.Ledger.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More messages than can be worked on. */
class PressureTest {

    /** Appends messages as a publisher does, by the thousand. */
    static void prefill(Scene scene, String key, int count, long millis) {
        var commands = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            commands.add(List.of(
                    "XADD",
                    key,
                    "*",
                    "id",
                    "b" + i,
                    "type",
                    "faults.Job",
                    "ser",
                    "json",
                    "comp",
                    "none",
                    "payload",
                    "{\"id\":\"b%d\",\"task\":\"WORK\",\"millis\":%d}".formatted(i, millis),
                    "queue",
                    "AUTO"));
            if (commands.size() == 5000) {
                scene.probe().pipeline(commands);
                commands.clear();
            }
        }
        scene.probe().pipeline(commands);
    }

    private static List<Long> gauge(Scene scene, String name) {
        return scene.ledger()
                .of(Phase.GAUGE)
                .filter(line -> line.id().equals(name))
                .map(Line::number)
                .toList();
    }

    @Test
    void aBacklogIsWorkedOffInBoundedMemory() throws Exception {
        backlog("backlog", 40_000, Duration.ofSeconds(90));
    }

    static void backlog(String name, int count, Duration patience) throws Exception {
        try (var scene = new Scene(name, RedisServer.FORGETS)
                .with("faults.gauges", "true")
                .with("hopeit.stream-defaults.max-in-flight", "500")) {
            prefill(scene, scene.key(), count, 2);
            long start = System.currentTimeMillis();
            scene.pod("a", Work.Do.class);
            org.awaitility.Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        return scene.ledger().of(Phase.END).count() >= count;
                    });
            long perSecond = count * 1000L / (System.currentTimeMillis() - start);
            scene.awaitDrained(Duration.ofSeconds(60));
            long most = gauge(scene, "in-flight").stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            var heap = gauge(scene, "heap-kb");
            long early = highest(heap.subList(0, heap.size() / 2));
            long late = highest(heap.subList(heap.size() / 2, heap.size()));
            scene.report("in_flight=" + most, "heap_kb=" + early + "->" + late, "per_second=" + perSecond)
                    .assertDuplicatesExplained();
            assertThat(scene.processed()).hasSize(count);
            assertThat(most).isLessThanOrEqualTo(500);
            assertThat(late).isLessThanOrEqualTo(early * 11 / 10 + 4096);
        }
    }

    static long highest(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Test
    @Tag(Host.ANY)
    void aFloodedQueueDoesNotHoldUpAnother() throws Exception {
        try (var scene = new Scene("fair", RedisServer.FORGETS)
                .watching("mixed", "fair")
                .with("hopeit.stream.mixed.concurrency", "20")) {
            prefill(scene, "faults.1x0.mixed", 15_000, 20);
            var driver = scene.driver();
            scene.pod("a", Work.Fair.class);
            driver.load("mixed.vip", 10, 1, i -> KillTest.work("v", i, 0)).join();
            boolean isStillFlooded = scene.ids(Phase.END).size() < 15_000;
            scene.awaitProcessed(scene.ids(Phase.OK), Duration.ofSeconds(60));
            var latencies = latencies(scene);
            scene.report("vip_max=" + highest(latencies), "still_flooded=" + isStillFlooded);
            assertThat(isStillFlooded).isTrue();
            assertThat(latencies).hasSize(10).allMatch(millis -> millis <= 5000);
        }
    }

    private static List<Long> latencies(Scene scene) {
        var attempts = new HashMap<String, Long>();
        var latencies = new LinkedHashMap<String, Long>();
        for (Line line : scene.ledger().lines()) {
            if (line.phase() == Phase.ATTEMPT) {
                attempts.put(line.id(), line.millis());
            } else if (line.phase() == Phase.END && attempts.containsKey(line.id())) {
                latencies.put(line.id(), line.millis() - attempts.get(line.id()));
            }
        }
        return List.copyOf(latencies.values());
    }

    @Test
    @Tag(Host.ANY)
    void messagesOfAStreamInOrderStayInOrderWhenInstancesStopAndAreKilled() throws Exception {
        try (var scene = new Scene("order", RedisServer.FORGETS).watching("ordered", "ordered")) {
            var pods = List.of(
                    scene.start("a", Work.InOrder.class),
                    scene.start("b", Work.InOrder.class),
                    scene.start("c", Work.InOrder.class));
            pods.forEach(PodProcess::awaitUp);
            var load =
                    scene.driver().load("ordered", 100_000, 300, i -> new Job("n%06d".formatted(i), Job.Task.WORK, 1));
            Thread.sleep(1500);
            pods.get(0).terminate();
            assertThat(pods.get(0).endsWithin(Duration.ofSeconds(30))).isTrue();
            Thread.sleep(1500);
            scene.kill(pods.get(1));
            Thread.sleep(4000);
            load.stop();
            scene.awaitDrained(Duration.ofSeconds(60));
            var order = scene.ledger().of(Phase.END).map(Line::id).distinct().toList();
            scene.report().assertNothingLost().assertDuplicatesExplained();
            assertThat(order).isSorted();
        }
    }
}
