package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.FailurePolicy;
import io.hopeit.streams.engine.ConsumerEngine;
import io.hopeit.streams.engine.Delivery;
import io.hopeit.streams.engine.EngineListener;
import io.hopeit.streams.engine.EngineSettings;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.engine.Verdict;
import io.hopeit.streams.memory.MemoryBroker;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.GroupStats;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Workers are dealt several entries at once while work is quick; nobody else may notice. */
class DealingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ALL = 3000;
    private final Bench bench = new Bench();

    /** Much is there, and work has been quick for a while. */
    private void keepBusy(int concurrency) {
        bench.concurrency = concurrency;
        bench.start("a");
        for (int i = 0; i < ALL; i++) {
            bench.publish("a", "g" + i);
        }
        for (int i = 0; i < 10; i++) {
            finish(150);
            bench.pass(Duration.ofMillis(20));
        }
        finish(40);
    }

    private void finish(int count) {
        for (int i = 0; i < count && !bench.working.isEmpty(); i++) {
            bench.finish(Verdict.DONE);
        }
    }

    private void finishAll() {
        for (int i = 0; i < ALL; i++) {
            finish(ALL);
            bench.pass(Duration.ZERO);
        }
    }

    /** The number of the message that was begun then. */
    private int begun(int index) {
        return Integer.parseInt(bench.begun.get(index).substring(1));
    }

    private long pending() {
        return stats().pending();
    }

    private long unread() {
        return stats().lag();
    }

    private GroupStats stats() {
        return bench.member("observer", "a").stats("a").toCompletableFuture().join();
    }

    @Test
    void whatIsDealtTogetherWithLongWorkGoesToOthersAtOnce() {
        keepBusy(2);
        bench.working.removeFirst(); // goes on and on
        finishAll();
        assertThat(bench.begun).hasSize(ALL).doesNotHaveDuplicates();
    }

    @Test
    void asManyWorkersAsThereAreEntriesBeginAtOnceThoughSomeWereDealtTogether() {
        keepBusy(10);
        finishAll();
        bench.engine().pause();
        bench.pass(Duration.ofMillis(1));
        for (int i = 0; i < 6; i++) {
            bench.publish("a", "g" + (ALL + i));
        }
        bench.engine().resume();
        bench.pass(Duration.ZERO);
        assertThat(bench.working).hasSize(6);
    }

    @Test
    void whatWaitsForAWorkerThatIsLateComesBeforeWhatIsNewer() {
        keepBusy(2);
        bench.working.removeFirst();
        bench.pass(Duration.ofMillis(5));
        int seen = bench.begun.size();
        finish(2 * 64); // as many as two workers can have been dealt
        assertThat(IntStream.range(0, bench.begun.size()).map(this::begun).filter(number -> number < seen))
                .hasSize(seen);
    }

    @Test
    void whatIsDoneIsAcknowledgedThoughItsWorkerIsStuckInTheNext() {
        keepBusy(1);
        int done = bench.begun.size() - 1;
        bench.pass(SECOND);
        assertThat(bench.begun).hasSize(done + 1);
        assertThat(ALL - done).isEqualTo((int) (unread() + pending()));
    }

    @Test
    void nothingThatWasDealtIsBegunAfterOthersMayHaveTakenIt() {
        keepBusy(1);
        bench.isFrozen = true;
        bench.pass(Bench.IDLE.plusSeconds(1));
        int begun = bench.begun.size();
        finish(1);
        assertThat(bench.begun).hasSize(begun);
        bench.isFrozen = false;
        bench.pass(SECOND);
        assertThat(bench.begun).hasSizeGreaterThan(begun);
    }

    @Test
    void nothingThatWasDealtIsBegunAfterTheEngineIsAbandoned() {
        keepBusy(1);
        bench.engine().stop();
        assertThat(bench.engine().abandon()).isEqualTo(1);
        int begun = bench.begun.size();
        finish(5);
        assertThat(bench.begun).hasSize(begun);
        bench.pass(SECOND);
        assertThat(bench.engine().inFlight()).isZero();
    }

    @Test
    void nothingThatWasDealtIsBegunWhenItTurnsOutToBeAnothers() {
        keepBusy(1);
        var nobodys = new CompletableFuture<Object>();
        bench.tampering = (method, arguments, call) -> method.equals("extend") ? nobodys : call.get();
        bench.pass(Bench.IDLE.dividedBy(2));
        finish(20);
        nobodys.complete(Set.of());
        int begun = bench.begun.size();
        finish(1);
        assertThat(bench.begun).hasSize(begun);
    }

    @Test
    void oneWorkerTakesThemAsTheyHaveCome() {
        keepBusy(1);
        finishAll();
        assertThat(bench.begun.stream().map(message -> Integer.parseInt(message.substring(1))))
                .isSorted();
    }

    @Test
    void acknowledgementsGatherForAMomentOnlyThoughThereIsAlwaysMoreToDo() {
        keepBusy(1);
        for (int i = 0; i < 10; i++) {
            finish(8);
            bench.pass(Duration.ofMillis(1));
        }
        long acknowledged = ALL - unread() - pending();
        assertThat(bench.begun.size() - 1 - acknowledged).isLessThan(4 * 8);
    }

    @Test
    void eachIsAcknowledgedOnce() {
        keepBusy(3);
        finishAll();
        bench.pass(SECOND);
        assertThat(pending()).isZero();
        assertThat(bench.counted(EngineListener.Count.LEASE_LOST)).isZero();
    }

    @Test
    void aFailureInTheMiddleIsTriedAgainAndTheOthersAreDone() {
        keepBusy(1);
        bench.finish(new Verdict.Failed(new IllegalStateException("no")));
        finishAll();
        bench.pass(SECOND.multipliedBy(5));
        finishAll();
        bench.pass(SECOND);
        assertThat(bench.begun).hasSize(ALL + 1);
        assertThat(pending()).isZero();
    }

    @Test
    void threadsThatTakeFromEachOtherDoEachOnce() throws Exception {
        int count = 20_000;
        var broker = new MemoryBroker(InstantSource.system(), (delay, task) -> {});
        var crew = new Crew();
        var settings = new EngineSettings(
                "g",
                8,
                200,
                SECOND,
                new EngineSettings.Limits(1000, 1 << 24),
                new EngineSettings.Lease(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(5)),
                FailurePolicy.DEFAULT,
                false);
        var ports = new Ports(
                () -> System.nanoTime() / 1_000_000,
                InstantSource.system(),
                () -> ThreadLocalRandom.current().nextLong(),
                Runnable::run,
                crew,
                Ports.Lines.NONE,
                new EngineListener() {});
        var engine = new ConsumerEngine(settings, ports, List.of(broker.join(List.of("a"), "g", "me", false)));
        crew.engine = engine;
        for (int i = 0; i < count; i++) {
            broker.append(Append.of("a", Map.of("n", new byte[] {1})));
        }
        engine.resume();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (crew.ids.size() + crew.twice.get() < count && System.nanoTime() < end) {
            engine.tick(); // takes back what it can, all the time
        }
        engine.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(crew.twice).hasValue(0);
        assertThat(crew.ids).hasSize(count);
    }

    /** Threads that note what they do; some of it takes a while. */
    private static final class Crew implements Ports.Workers {
        private final Set<String> ids = ConcurrentHashMap.newKeySet();
        private final AtomicInteger twice = new AtomicInteger();
        private volatile @Nullable ConsumerEngine engine;

        @Override
        public void startOne() {
            var of = engine;
            if (of != null) {
                Thread.ofVirtual().start(() -> work(of));
            }
        }

        private void work(ConsumerEngine of) {
            for (var delivery = of.first(); delivery != null; delivery = of.finish(delivery, Verdict.DONE)) {
                int number = ids.add(delivery.entry().id()) ? ids.size() : -twice.incrementAndGet();
                if (number % 500 == 0) {
                    LockSupport.parkNanos(3_000_000);
                }
            }
        }

        @Override
        public void interrupt(Delivery delivery) {}
    }
}
