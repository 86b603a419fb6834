package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoop.State;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceStopTest {
    /** With it, a pause that a stop does not end would be waited for. */
    private static final Map<String, String> PATIENT = Map.of("hopeit.streams.drain-timeout", "PT60S");

    private static final Duration NEVER = Duration.ofHours(1);

    @ServiceEvent
    static class Pauses {
        static final AtomicInteger AT_ONCE = new AtomicInteger();
        static final AtomicInteger STARTED = new AtomicInteger();

        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            AT_ONCE.incrementAndGet();
            STARTED.incrementAndGet();
            return Stream.generate(() -> 1).takeWhile(n -> loop.pause(NEVER)).onClose(AT_ONCE::decrementAndGet);
        }

        void run(Integer n) {}
    }

    @BeforeEach
    void forget() {
        Pauses.AT_ONCE.set(0);
        Pauses.STARTED.set(0);
    }

    private static Duration elapsed(AutoCloseable work) throws Exception {
        long start = System.nanoTime();
        work.close();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aServiceIsStoppedAndStarted() throws Exception {
        try (var deployed = Deployed.of(Pauses.class)) {
            var service = deployed.service("shop.1x0.pauses");
            assertThatThrownBy(service::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Service already running: pauses");
            service.stop();
            assertThat(service.state()).isEqualTo(State.STOPPED);
            assertThatThrownBy(service::stop)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Cannot stop non running event: pauses.");
            service.start();
            Until.isTrue(() -> service.state() == State.RUNNING);
        }
    }

    @Test
    void servicesWaitToBeStartedWhereStreamsDo() {
        try (var deployed = Deployed.with(Map.of("hopeit.streams.start", "false"), Pauses.class)) {
            assertThat(deployed.service("shop.1x0.pauses").state()).isEqualTo(State.STOPPED);
        }
    }

    @Test
    void aStopEndsAPauseAtOnce() throws Exception {
        try (var deployed = Deployed.with(PATIENT, Pauses.class)) {
            Until.isTrue(() -> Pauses.AT_ONCE.get() == 1);
            assertThat(elapsed(deployed.service("shop.1x0.pauses")::stop)).isLessThan(Duration.ofSeconds(20));
            assertThat(Pauses.AT_ONCE).hasValue(0);
        }
    }

    @Test
    void manyStopsAndStartsLeaveOneLoop() throws Exception {
        try (var deployed = Deployed.of(Pauses.class)) {
            var service = deployed.service("shop.1x0.pauses");
            var others = Stream.generate(() -> CompletableFuture.runAsync(() -> restart(service, 50)))
                    .limit(4)
                    .toList();
            restart(service, 50);
            others.forEach(CompletableFuture::join);
            service.stop();
            assertThat(Pauses.AT_ONCE).hasValue(0);
            int before = Pauses.STARTED.get();
            service.start();
            Until.isTrue(() -> Pauses.AT_ONCE.get() == 1);
            assertThat(Pauses.STARTED).hasValue(before + 1);
        }
    }

    private static void restart(EventLoop service, int times) {
        for (int i = 0; i < times; i++) {
            try {
                service.stop();
                service.start();
            } catch (IllegalStateException e) {
                // somebody else was quicker
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        try {
            service.start();
        } catch (IllegalStateException e) {
            // it runs
        }
    }

    @Test
    void theEndOfTheApplicationStopsServices() throws Exception {
        var deployed = Deployed.with(PATIENT, Pauses.class);
        Until.isTrue(() -> Pauses.AT_ONCE.get() == 1);
        assertThat(elapsed(deployed::close)).isLessThan(Duration.ofSeconds(20));
        assertThat(Pauses.AT_ONCE).hasValue(0);
    }

    @ServiceEvent
    static class Works {
        static CountDownLatch begun = new CountDownLatch(1);
        static CountDownLatch go = new CountDownLatch(1);

        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.generate(() -> 1);
        }

        void run(Integer n) throws InterruptedException {
            begun.countDown();
            go.await();
        }
    }

    @BeforeEach
    void renew() {
        Works.begun = new CountDownLatch(1);
        Works.go = new CountDownLatch(1);
    }

    @Test
    void aStopLetsTheStepsOfAValueEnd() throws Exception {
        try (var deployed = Deployed.of(Works.class, Heard.class)) {
            var service = deployed.service("shop.1x0.works");
            Works.begun.await();
            var stop = CompletableFuture.runAsync(() -> stop(service));
            Until.isTrue(() -> service.state() == State.STOPPING);
            Works.go.countDown();
            stop.get(20, TimeUnit.SECONDS);
            assertThat(service.state()).isEqualTo(State.STOPPED);
            assertThat(deployed.get(Heard.class).ended()).hasSize(1).allMatch(run -> run.outcome() == Outcome.DONE);
        }
    }

    private static void stop(EventLoop service) {
        try {
            service.stop();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void stepsThatAreNotDoneInTimeAreInterrupted() throws Exception {
        var config = Map.of("hopeit.streams.drain-timeout", "PT0.1S");
        try (var deployed = Deployed.with(config, Works.class, Heard.class)) {
            var service = deployed.service("shop.1x0.works");
            Works.begun.await();
            assertThat(elapsed(service::stop)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            assertThat(service.state()).isEqualTo(State.STOPPED);
            assertThat(deployed.get(Heard.class).ended().getFirst().failure().orElseThrow())
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @ServiceEvent
    static class WorksToo {
        @Service
        Stream<Integer> numbers() {
            return Stream.generate(() -> 1);
        }

        void run(Integer n) throws InterruptedException {
            Works.go.await();
        }
    }

    @Test
    void allServicesTogetherHaveTheTimeOfOneToEnd() throws Exception {
        var config = Map.of("hopeit.streams.drain-timeout", "PT3S");
        var deployed = Deployed.with(config, Works.class, WorksToo.class, Heard.class);
        var heard = deployed.get(Heard.class).all();
        Until.isTrue(() -> heard.size() == 2);
        assertThat(elapsed(deployed::close)).isBetween(Duration.ofMillis(2900), Duration.ofMillis(5900));
    }

    /** What does not listen to interrupts. */
    abstract static class Deaf {
        static final CountDownLatch END = new CountDownLatch(1);
        static final AtomicInteger BUSY = new AtomicInteger();

        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.of(1);
        }

        void run(Integer n) {
            BUSY.incrementAndGet();
            while (END.getCount() > 0) {
                try {
                    END.await();
                } catch (InterruptedException e) {
                    // goes on
                }
            }
        }
    }

    @ServiceEvent
    static class Deaf1 extends Deaf {}

    @ServiceEvent
    static class Deaf2 extends Deaf {}

    @ServiceEvent
    static class Deaf3 extends Deaf {}

    @ServiceEvent
    static class Deaf4 extends Deaf {}

    @ServiceEvent
    static class Deaf5 extends Deaf {}

    @ServiceEvent
    static class Deaf6 extends Deaf {}

    @Test
    void allServicesThatDoNotEndHaveOneGrace() throws Exception {
        Class<?>[] services = {Deaf1.class, Deaf2.class, Deaf3.class, Deaf4.class, Deaf5.class, Deaf6.class};
        var deployed = Deployed.with(Map.of("hopeit.streams.drain-timeout", "PT1S"), services);
        Until.isTrue(() -> Deaf.BUSY.get() == services.length);
        try {
            assertThat(elapsed(deployed)).isLessThan(Duration.ofSeconds(6));
        } finally {
            Deaf.END.countDown();
        }
    }
}
