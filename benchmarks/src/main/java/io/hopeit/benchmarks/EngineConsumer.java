package io.hopeit.benchmarks;

import io.hopeit.config.RedisSettings;
import io.hopeit.spi.FailurePolicy;
import io.hopeit.streams.engine.ConsumerEngine;
import io.hopeit.streams.engine.Delivery;
import io.hopeit.streams.engine.EngineListener;
import io.hopeit.streams.engine.EngineSettings;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.engine.Verdict;
import io.hopeit.streams.redis.RedisBroker;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Entry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Ours without an application: the engine with all that it guarantees, and a step that gets the bytes. */
final class EngineConsumer implements Contender {
    private final RedisBroker broker;
    private final Step step;

    /** What is done with each entry, on a virtual thread. */
    @FunctionalInterface
    private interface Step {
        void take(RedisBroker broker, Entry entry);
    }

    private EngineConsumer(Task task, Step step) {
        this.broker = broker(task);
        this.step = step;
    }

    /** Does nothing with it. */
    static EngineConsumer ofNothing(Task task) {
        return new EngineConsumer(task, (broker, entry) -> {});
    }

    /** Appends it to another stream, and waits until that is confirmed. */
    static EngineConsumer ofRelay(Task task) {
        var target = task.text("target");
        return new EngineConsumer(task, (broker, entry) -> broker.append(Append.of(target, entry.fields()))
                .toCompletableFuture()
                .join());
    }

    /** One that is connected. */
    static RedisBroker broker(Task task) {
        var broker = new RedisBroker(
                new RedisSettings(URI.create(task.uri()), Duration.ofSeconds(10), Duration.ofSeconds(2)));
        while (!broker.isReachable()) {
            LockSupport.parkNanos(1_000_000);
        }
        return broker;
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        var work = new Work();
        long end;
        try (var member = broker.join(List.of(task.key()), task.group(), "ours", false)) {
            var ports = new Ports(
                    () -> System.nanoTime() / 1_000_000,
                    InstantSource.system(),
                    () -> ThreadLocalRandom.current().nextLong(),
                    arrival -> Thread.ofVirtual().start(arrival),
                    work,
                    Ports.Lines.NONE,
                    new EngineListener() {});
            var engine = new ConsumerEngine(settings(task), ports, List.of(member));
            work.engine = engine;
            var ticking = Thread.ofPlatform().daemon().start(() -> tick(engine));
            engine.resume();
            Tally.await(work.done, task.count());
            while (engine.inFlight() > 0) {
                LockSupport.parkNanos(100_000);
            }
            end = System.nanoTime();
            ticking.interrupt();
            engine.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
        return Map.of("end", (double) end);
    }

    private static EngineSettings settings(Task task) {
        return new EngineSettings(
                task.group(),
                task.number("concurrency", 100),
                task.number("batch"),
                Duration.ofSeconds(2),
                new EngineSettings.Limits(8 * task.number("batch"), 64 << 20),
                new EngineSettings.Lease(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1)),
                FailurePolicy.DEFAULT,
                false);
    }

    private static void tick(ConsumerEngine engine) {
        try {
            while (true) {
                engine.tick();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Workers that do the step. */
    private final class Work implements Ports.Workers {
        private final LongAdder done = new LongAdder();
        private volatile @Nullable ConsumerEngine engine;

        @Override
        public void startOne() {
            Thread.ofVirtual().start(() -> work(engine));
        }

        private void work(@Nullable ConsumerEngine of) {
            if (of != null) {
                var delivery = of.first();
                while (delivery != null) {
                    delivery = of.finish(delivery, verdict(delivery.entry()));
                }
            }
        }

        private Verdict verdict(Entry entry) {
            try {
                step.take(broker, entry);
            } catch (RuntimeException e) {
                return new Verdict.Failed(e);
            }
            done.increment();
            return Verdict.DONE;
        }

        @Override
        public void interrupt(Delivery delivery) {}
    }

    @Override
    public void close() {
        broker.close();
    }
}
