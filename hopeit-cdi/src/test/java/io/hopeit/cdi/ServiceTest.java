package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventLoop.State;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final Duration SOON = Duration.ofMillis(2);
    private static final Duration NEVER = Duration.ofHours(1);

    @ServiceEvent("service.counter")
    static class Counter {
        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.iterate(1, n -> n + 1).takeWhile(n -> loop.pause(n < 5 ? SOON : NEVER));
        }

        Integer odd(Integer n) {
            if (n == 2) {
                throw new IllegalStateException("even");
            }
            if (n == 3) {
                throw new AssertionError("not this one");
            }
            return n;
        }
    }

    @Test
    void eachValueIsARunOfItsOwnOfOneRequest() throws Exception {
        try (var deployed = Deployed.of(Counter.class, Heard.class)) {
            var runs = deployed.get(Heard.class).ended();
            Until.isTrue(() -> runs.size() == 4);
            assertThat(runs.stream().map(run -> run.context().trackIds().requestId()))
                    .hasSize(4)
                    .containsOnly(runs.getFirst().context().trackIds().requestId());
            assertThat(runs.stream().map(run -> run.context().trackIds().operationId()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aValueThatFailsDoesNotEndTheService() throws Exception {
        try (var deployed = Deployed.of(Counter.class, Heard.class)) {
            var runs = deployed.get(Heard.class).ended();
            Until.isTrue(() -> runs.size() == 4);
            assertThat(runs)
                    .extracting(run -> run.outcome())
                    .containsExactly(Outcome.DONE, Outcome.FAILED, Outcome.FAILED, Outcome.DONE);
            assertThat(deployed.service("shop.1x0.service.counter").state()).isEqualTo(State.RUNNING);
        }
    }

    @ServiceEvent
    static class Slow {
        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.of(60_000, 0).takeWhile(n -> n > 0 || loop.isRunning());
        }

        void sleep(Integer millis) throws InterruptedException {
            Thread.sleep(millis);
        }
    }

    @Test
    void theTimeoutHoldsForEachValue() throws Exception {
        var config = Map.of("hopeit.event.slow.timeout", "PT1.5S");
        try (var deployed = Deployed.with(config, Slow.class, Heard.class)) {
            var runs = deployed.get(Heard.class).ended();
            Until.isTrue(() -> runs.size() >= 2);
            assertThat(runs.get(0).failure().orElseThrow()).hasMessage("slow took longer than 1.5 seconds");
            assertThat(runs.get(1).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @ServiceEvent
    static class Fails {
        static final AtomicInteger TRIES = new AtomicInteger();
        static final AtomicBoolean HEALED = new AtomicBoolean();

        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            if (TRIES.incrementAndGet() < 3 || !HEALED.get()) {
                throw new IllegalStateException("not initialized");
            }
            return Stream.iterate(1, n -> n + 1).takeWhile(n -> n == 1 || loop.pause(NEVER));
        }

        void run(Integer n) {}
    }

    @Test
    void aSourceThatFailsIsSeenAndHeals() throws Exception {
        try (var deployed = Deployed.of(Fails.class, Heard.class)) {
            var service = deployed.service("shop.1x0.fails");
            Until.isTrue(() -> service.state() == State.FAILED);
            assertThat(service.failure()).contains("not initialized");
            Fails.HEALED.set(true);
            Until.isTrue(() -> deployed.get(Heard.class).ended().size() == 1);
            assertThat(service.state()).isEqualTo(State.RUNNING);
            assertThat(service.failure()).isEmpty();
            assertThat(Fails.TRIES).hasValueGreaterThanOrEqualTo(3);
        }
    }

    @ServiceEvent
    static class FailsLater {
        static final List<Long> TRIES = new CopyOnWriteArrayList<>();

        @Inject
        AppTime time;

        @Service
        Stream<Integer> numbers() throws InterruptedException {
            TRIES.add(time.nanos() / 1_000_000);
            if (TRIES.size() < 4) {
                throw new IllegalStateException("not yet");
            }
            if (TRIES.size() > 5) {
                new CountDownLatch(1).await(); // until the test ends
            }
            return Stream.iterate(1, n -> {
                throw new IllegalStateException("once in a while");
            });
        }

        void run(Integer n) {}
    }

    @Test
    void thePauseGrowsOnlyWhileThereIsNoValue() throws Exception {
        try (var deployed = Deployed.of(FailsLater.class, MovedTime.class)) {
            Until.isTrue(() -> FailsLater.TRIES.size() == 6);
            assertThat(FailsLater.TRIES).containsExactly(0L, 200L, 600L, 1400L, 1600L, 1800L);
        }
    }

    @ServiceEvent
    static class NoStream {
        @Service
        Stream<Integer> numbers() {
            return null;
        }
    }

    @Test
    void aSourceThatReturnsNullFails() throws Exception {
        try (var deployed = Deployed.of(NoStream.class)) {
            var service = deployed.service("shop.1x0.no_stream");
            Until.isTrue(() -> service.state() == State.FAILED);
            assertThat(service.failure()).contains("numbers has returned null instead of a Stream");
        }
    }

    @ServiceEvent
    static class Ends {
        @Service
        Stream<Integer> numbers() {
            return Stream.of(1, 2);
        }

        void run(Integer n) {}
    }

    @Test
    void aSourceThatEndsStartsAgain() throws Exception {
        try (var deployed = Deployed.of(Ends.class, Heard.class)) {
            Until.isTrue(() -> deployed.get(Heard.class).ended().size() >= 4);
            assertThat(deployed.service("shop.1x0.ends").state()).isEqualTo(State.RUNNING);
        }
    }

    @ServiceEvent
    static class Knows {
        static final List<String> NAMES = new CopyOnWriteArrayList<>();

        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.iterate(1, n -> n + 1).takeWhile(n -> {
                NAMES.add(CurrentEvent.context()
                        .map(context -> context.eventName())
                        .orElse("none"));
                return n < 3 || loop.pause(NEVER);
            });
        }

        void run(Integer n) {}
    }

    @Test
    void valuesAreMadeAsAPartOfTheEvent() throws Exception {
        try (var deployed = Deployed.of(Knows.class)) {
            Until.isTrue(() -> Knows.NAMES.size() == 3);
            assertThat(Knows.NAMES).containsOnly("knows");
        }
    }

    @StreamEvent(read = "orders")
    @WriteStream("flushed")
    static class Flushes {
        @Service
        Stream<Integer> signals(ServiceLoop loop) {
            return Stream.iterate(1, n -> n + 1).takeWhile(n -> n == 1 || loop.pause(NEVER));
        }

        String flush(Integer n) {
            return "flushed " + n;
        }
    }

    @Test
    void theSourceOfAStreamEventRunsItsStepsInAServiceBesideIt() throws Exception {
        try (var deployed = Deployed.of(Flushes.class, Published.class)) {
            var values = deployed.get(Published.class).values();
            Until.isTrue(() -> values.size() == 1);
            assertThat(values).containsExactly("flushed 1");
            assertThat(deployed.get(Services.class).loops()).hasSize(1);
            assertThat(deployed.service("shop.1x0.flushes$__service__").state()).isEqualTo(State.RUNNING);
        }
    }
}
