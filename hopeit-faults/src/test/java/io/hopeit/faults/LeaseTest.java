package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Ledger.Phase;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose a message is: of those who are slow, frozen, or stop. */
class LeaseTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void whatTakesLongIsDoneOnce() throws Exception {
        try (var scene = new Scene("slow", RedisServer.FORGETS).with("hopeit.stream-defaults.claim-idle", "PT3S")) {
            scene.start("a", Work.Do.class);
            scene.pod("b", Work.Do.class);
            var driver = scene.driver();
            for (int i = 0; i < 40; i++) {
                driver.publish("jobs", KillTest.work("s", i, 15_000));
            }
            scene.awaitDrained(SOON);
            var tally = scene.report().assertNothingLost().assertDuplicatesExplained();
            if (tally.mayRepeat().isEmpty()) {
                assertThat(tally.maxDeliveries()).isEqualTo(1);
            }
        }
    }

    @Test
    @Tag(Host.ANY)
    void aFrozenInstanceIsRelievedAndPublishesNothingWhenItWakes() throws Exception {
        try (var scene = new Scene("freeze", RedisServer.FORGETS).watching("relayed", "relay")) {
            PodProcess[] pods = {scene.start("a", Work.Relay.class), scene.pod("b", Work.Relay.class)};
            pods[0].awaitUp();
            var driver = scene.driver();
            driver.publish("relayed", KillTest.work("f", 0, 4000));
            await().atMost(SOON).until(() -> scene.ids(Phase.BEGIN).contains("f0"));
            var first = scene.ledger().of(Phase.BEGIN).findFirst().orElseThrow();
            var frozen = first.who().equals("a") ? pods[0] : pods[1];
            long start = System.currentTimeMillis();
            scene.freeze(frozen);
            await().atMost(SOON).until(() -> scene.ledger().count("f0", Phase.BEGIN) == 2);
            long relieved = scene.ledger().of(Phase.BEGIN).toList().getLast().millis() - start;
            scene.awaitProcessed(Set.of("f0"), SOON);
            frozen.thaw();
            await().atMost(SOON).until(() -> frozen.log().stream().anyMatch(line -> line.contains("lease_lost")));
            await().atMost(SOON)
                    .until(() -> scene.ledger().count("f0", Phase.END) == 2
                            || scene.ledger().count("f0", Phase.THROWN) == 1);
            Thread.sleep(500);
            driver.publish("relayed", KillTest.work("after", 0, 0));
            scene.awaitDrained(SOON);
            long outputs = scene.probe().entries("faults.1x0.outputs").values().stream()
                    .filter(fields -> fields.get("id").equals("f0"))
                    .count();
            scene.report("relieved=" + relieved, "outputs=" + outputs)
                    .assertNothingLost()
                    .assertDuplicatesExplained();
            assertThat(relieved).isLessThanOrEqualTo(8000);
            assertThat(outputs).isEqualTo(1);
        }
    }

    @Test
    @Tag(Host.ANY)
    void aStopFinishesWhatItCanAndGivesBackTheRest() throws Exception {
        try (var scene = new Scene("drain", RedisServer.FORGETS).with("hopeit.streams.drain-timeout", "PT3S")) {
            var stops = scene.pod("a", Work.Do.class);
            var driver = scene.driver();
            var brief = new TreeSet<String>();
            var lengthy = new TreeSet<String>();
            for (int i = 0; i < 40; i++) {
                (i % 2 == 0 ? brief : lengthy).add("d" + i);
                driver.publish("jobs", KillTest.work("d", i, i % 2 == 0 ? 1500 : 6000));
            }
            await().atMost(SOON).until(() -> scene.ids(Phase.BEGIN).size() == 40);
            scene.start("b", Work.Do.class);
            long start = System.currentTimeMillis();
            stops.terminate();
            assertThat(stops.endsWithin(SOON)).isTrue();
            long exit = System.currentTimeMillis() - start;
            assertThat(scene.processed()).isEqualTo(brief);
            await().atMost(SOON)
                    .until(() -> scene.ids(Phase.BEGIN).size() == 40
                            && scene.ledger().of(Phase.BEGIN).count() == 60);
            long taken = scene.ledger().of(Phase.BEGIN).toList().getLast().millis() - start - exit;
            scene.awaitDrained(SOON);
            var tally = scene.report("exit=" + exit, "taken_after_exit=" + taken);
            tally.assertNothingLost().assertDuplicatesExplained();
            assertThat(exit).isLessThanOrEqualTo(10_000 + Host.current().stop().toMillis());
        }
    }
}
