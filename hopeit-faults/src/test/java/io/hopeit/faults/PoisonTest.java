package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.faults.Job.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages that fail, cannot be read, or end the process that works on them. */
class PoisonTest {

    private static Task task(int i) {
        return switch (i % 20) {
            case 0 -> Task.FAIL;
            case 1 -> Task.FAIL_TWICE;
            default -> Task.WORK;
        };
    }

    private static boolean isUnsteady(String id) {
        return task(Integer.parseInt(id.substring(1))) == Task.FAIL_TWICE;
    }

    @Test
    @Tag(Host.ANY)
    void exactlyThePoisonousBecomeDeadLettersAsTheyWere() throws Exception {
        try (var scene = new Scene("poison", RedisServer.FORGETS)
                .with("hopeit.stream-defaults.claim-idle", "PT1S")
                .with("hopeit.stream-defaults.max-deliveries", "5")) {
            var poison = new TreeSet<String>();
            var driver = scene.driver();
            var killers = List.of(500, 900, 1300).subList(0, Host.current().times(3));
            try (var pods = new Supervisor(scene, Work.Do.class, "a", "b")) {
                for (int i = 0; i < 2000; i++) {
                    var task = killers.contains(i) ? Task.HALT : task(i);
                    var job = new Job("p" + i, task, 2);
                    driver.publish("jobs", job);
                    if (task == Task.FAIL || task == Task.HALT) {
                        poison.add(job.id());
                    }
                    if (i % 100 == 0) {
                        poison.add("u" + i);
                        unreadable(scene, "u" + i);
                    }
                }
                scene.awaitDrained(Duration.ofSeconds(180));
                var others = scene.dead();
                others.removeAll(poison);
                var tally = scene.report("restarts=" + pods.restarts(), "poison=" + poison.size(), "others=" + others);
                assertThat(tally.dead()).containsAll(poison);
                // one crash of a neighbour is forgiven, several with two failures of its own may be too many
                assertThat(others)
                        .allMatch(id -> isUnsteady(id) && tally.mayRepeat().contains(id));
                tally.assertNothingLost().assertDuplicatesExplained();
                assertThatLettersAreWhatTheyWere(scene);
            }
        }
    }

    private static void unreadable(Scene scene, String id) {
        scene.probe().call("XADD", scene.key(), "*", "id", id, "type", "faults.Job", "ser", "json", "payload", "{\0");
    }

    private static void assertThatLettersAreWhatTheyWere(Scene scene) {
        var letters = scene.probe().entries("{" + scene.key() + "}:dlq").values();
        for (Map<String, String> letter : letters) {
            var fields = new LinkedHashMap<>(letter);
            fields.keySet().removeIf(name -> name.startsWith("dlq."));
            assertThat(scene.probe().entry(scene.key(), letter.get("dlq.id")).values())
                    .containsExactly(fields);
            assertThat(letter).containsEntry("dlq.group", scene.group()).containsKeys("dlq.error", "dlq.deliveries");
        }
    }

    @Test
    @Tag(Host.ANY)
    void aCrashAtAnyPointLosesNothing() throws Exception {
        try (var scene = new Scene("crashpoints", RedisServer.FORGETS)
                .watching("relayed", "relay")
                .with("hopeit.stream-defaults.claim-idle", "PT1S")) {
            var driver = scene.driver();
            var points = List.of(
                    Task.HALT_AT_START, Task.HALT_MIDWAY, Task.HALT_AT_END, Task.HALT_BEFORE_ACK, Task.HALT_AFTER_ACK);
            var table = new ArrayList<String>();
            try (var pods = new Supervisor(scene, Work.Relay.class, "a", "b")) {
                for (Task point : points) {
                    int restarts = pods.restarts();
                    driver.publish("relayed", new Job(point.name(), point, 20));
                    scene.awaitProcessed(Set.of(point.name()), Duration.ofSeconds(60));
                    pods.awaitRestart(restarts);
                    scene.awaitDrained(Duration.ofSeconds(60));
                    table.add("%s:runs=%d,outputs=%d"
                            .formatted(
                                    point,
                                    scene.ledger().count(point.name(), Ledger.Phase.BEGIN),
                                    outputs(scene, point.name())));
                }
                scene.report(table.toString()).assertNothingLost().assertDuplicatesExplained();
            }
            assertThat(table)
                    .containsExactly(
                            "HALT_AT_START:runs=1,outputs=1",
                            "HALT_MIDWAY:runs=2,outputs=1",
                            "HALT_AT_END:runs=2,outputs=1",
                            "HALT_BEFORE_ACK:runs=2,outputs=2",
                            "HALT_AFTER_ACK:runs=1,outputs=1");
        }
    }

    @Test
    @Tag(Host.ANY)
    void whateverAStepThrowsTheNextMessageIsWorkedOn() throws Exception {
        try (var scene = new Scene("loop", RedisServer.FORGETS)
                .with("hopeit.stream-defaults.concurrency", "1")
                .with("hopeit.stream-defaults.max-deliveries", "2")) {
            var pod = scene.pod("a", Work.Do.class);
            var driver = scene.driver();
            long slowest = 0;
            for (Task task : List.of(Task.FAIL, Task.OVERFLOW, Task.NO_CLASS, Task.INTERRUPT)) {
                driver.publish("jobs", new Job("bad-" + task, task, 0));
                scene.probe().call("XADD", scene.key(), "*", "type", "nobody.knows.it", "id", "strange-" + task);
                long start = System.currentTimeMillis();
                driver.publish("jobs", new Job("good-" + task, Task.WORK, 0));
                scene.awaitProcessed(Set.of("good-" + task), Duration.ofSeconds(30));
                slowest = Math.max(slowest, System.currentTimeMillis() - start);
            }
            scene.awaitDrained(Duration.ofSeconds(60));
            var tally = scene.report("slowest_next=" + slowest).assertNothingLost();
            assertThat(tally.dead()).hasSize(8);
            assertThat(pod.isAlive()).isTrue();
        }
    }

    private static long outputs(Scene scene, String id) {
        return scene.probe().entries("faults.1x0.outputs").values().stream()
                .filter(fields -> id.equals(fields.get("id")))
                .count();
    }
}
