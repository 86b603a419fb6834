package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.FaultProxy.Ending;
import io.hopeit.faults.Ledger.Line;
import io.hopeit.faults.Ledger.Phase;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishers are told what has become of each message. */
class PublishTest {
    private static final int FAULTS = 8;

    @ParameterizedTest
    @EnumSource(Ending.class)
    void anAnswerThatIsLostNeitherDoublesAMessageNorHidesIt(Ending ending) throws Exception {
        try (var scene =
                new Scene("publish-" + ending.name().toLowerCase(java.util.Locale.ROOT), RedisServer.FORGETS)) {
            var proxy = scene.proxy();
            var driver = scene.driverAt(proxy.uri());
            driver.publish("jobs", KillTest.work("first", 0, 0));
            for (int fault = 1; fault <= FAULTS; fault++) {
                proxy.swallowNext("XADD", ending);
                int enough = fault;
                publishUntil(driver, "p" + fault, () -> proxy.swallowed() == enough);
                long ok = scene.ids(Phase.OK).size();
                publishUntil(driver, "q" + fault, () -> scene.ids(Phase.OK).size() >= ok + 4);
            }
            var times = entries(scene, scene.key());
            var ok = scene.ids(Phase.OK);
            var unknown = scene.ids(Phase.UNKNOWN);
            var failed = scene.ids(Phase.FAILED);
            var present = new TreeSet<>(unknown);
            present.retainAll(times.keySet());
            scene.pod("a", Work.Do.class);
            scene.awaitDrained(Duration.ofSeconds(60));
            scene.report(
                    "swallowed=" + proxy.swallowed(),
                    "ok=" + ok.size(),
                    "unknown=" + unknown.size(),
                    "unknown_present=" + present.size(),
                    "failed=" + failed.size(),
                    "xlen=" + scene.probe().number("XLEN", scene.key()));
            assertThat(proxy.swallowed()).isEqualTo(FAULTS);
            assertThat(times.keySet()).containsAll(ok).doesNotContainAnyElementsOf(failed);
            assertThat(times).hasSize(ok.size() + present.size());
            assertThat(times.values()).allMatch(count -> count == 1);
        }
    }

    /** How many there are of each id. */
    private static Map<String, Long> entries(Scene scene, String key) {
        return scene.probe().entries(key).values().stream()
                .collect(Collectors.groupingBy(fields -> fields.getOrDefault("id", ""), Collectors.counting()));
    }

    /** Each attempt is a message of its own. */
    private static void publishUntil(Driver driver, String prefix, BooleanSupplier isEnough)
            throws InterruptedException {
        for (int attempt = 0; !isEnough.getAsBoolean(); attempt++) {
            assertThat(attempt).as("attempts to publish").isLessThan(1000);
            driver.publish("jobs", KillTest.work(prefix + ".", attempt, 0));
            Thread.sleep(10);
        }
    }

    /** The message that it is written for is tried again, so it may be written twice, and never more than once for a run. */
    @Test
    @Tag(Host.ANY)
    void whatAnEventWritesIsThereThoughAnswersAreLost() throws Exception {
        try (var scene = new Scene("relay-swallowed", RedisServer.FORGETS).watching("relayed", "relay")) {
            var proxy = scene.proxy();
            var driver = scene.driver();
            scene.with("hopeit.redis.uri", proxy.uri()).pod("a", Work.Relay.class);
            var load = driver.load("relayed", 100_000, 50, i -> KillTest.work("r", i, 5));
            for (int fault = 1; fault <= FAULTS; fault++) {
                proxy.swallowNext("XADD", Ending.values()[fault % Ending.values().length]);
                int enough = fault;
                await().atMost(Duration.ofSeconds(60)).until(() -> proxy.swallowed() >= enough);
                int before = scene.processed().size();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> scene.processed().size() > before + 10);
            }
            load.stop();
            scene.awaitDrained(Duration.ofSeconds(60));
            var written = entries(scene, "faults.1x0.outputs");
            var done = scene.ledger().of(Phase.END).collect(Collectors.groupingBy(Line::id, Collectors.counting()));
            long twice = written.values().stream().filter(times -> times > 1).count();
            scene.report("swallowed=" + proxy.swallowed(), "written=" + written.size(), "more_than_once=" + twice)
                    .assertNothingLost();
            assertThat(scene.dead()).isEmpty();
            assertThat(written.keySet()).containsAll(scene.ids(Phase.OK));
            assertThat(written)
                    .allSatisfy((id, times) -> assertThat(times).isLessThanOrEqualTo(done.getOrDefault(id, 0L)));
        }
    }

    @Test
    void publishingFailsFastAndKeepsNothingWhileTheServerIsDown() throws Exception {
        try (var scene = new Scene("outage-pub", RedisServer.KEEPS)) {
            var driver = scene.driver();
            driver.publish("jobs", KillTest.work("first", 0, 0));
            scene.redis().kill();
            publishUntil(driver, "break", () -> !scene.ids(Phase.FAILED).isEmpty()); // it has noticed
            var unknown = scene.ids(Phase.UNKNOWN);
            var took = Collections.synchronizedList(new ArrayList<Long>());
            publishMany(driver, took, 500);
            long before = usedHeap();
            publishMany(driver, took, 1000);
            long growth = usedHeap() - before;
            scene.redis().start(RedisServer.KEEPS);
            scene.redis().awaitPong();
            long ok = scene.ids(Phase.OK).size();
            publishUntil(driver, "after", () -> scene.ids(Phase.OK).size() > ok);
            scene.pod("a", Work.Do.class);
            scene.awaitDrained(Duration.ofSeconds(60));
            scene.report("slowest=" + Collections.max(took), "heap_growth_kb=" + growth / 1024);
            assertThat(took).allMatch(millis -> millis <= 10_000);
            assertThat(growth).isLessThan(4 << 20);
            assertThat(scene.ids(Phase.UNKNOWN)).isEqualTo(unknown);
        }
    }

    /** At 200 a second, each on a thread of its own. */
    private static void publishMany(Driver driver, java.util.List<Long> took, int count) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < count; i++) {
            int id = i;
            threads.add(Thread.ofVirtual().start(() -> {
                long start = System.nanoTime();
                driver.publish("jobs", KillTest.work("down", id, 0));
                took.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }));
            Thread.sleep(5);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static long usedHeap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
