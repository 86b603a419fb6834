package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.FailurePolicy;
import io.hopeit.streams.engine.ConsumerEngine;
import io.hopeit.streams.engine.Delivery;
import io.hopeit.streams.engine.EngineListener;
import io.hopeit.streams.engine.EngineSettings;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.memory.MemoryBroker;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.ShardOwnership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A consumer that cannot tell which shards are its own. */
class ShardFailureTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> told = new ArrayList<>();
    private final MemoryBroker broker = new MemoryBroker(time, (delay, task) -> time.after(delay.toMillis(), task));
    private final Register register = new Register(broker.shards("a", "g", "me"));

    /** One that can be out of order. */
    private static final class Register implements ShardOwnership {
        private final ShardOwnership shards;
        private boolean isDown;

        Register(ShardOwnership shards) {
            this.shards = shards;
        }

        @Override
        public CompletionStage<Presence> present(Duration duration) {
            return isDown
                    ? CompletableFuture.failedFuture(new BrokerException("not allowed", null))
                    : shards.present(duration);
        }

        @Override
        public CompletionStage<Boolean> own(int shard, Duration duration) {
            return shards.own(shard, duration);
        }

        @Override
        public CompletionStage<Boolean> disown(int shard) {
            return shards.disown(shard);
        }

        @Override
        public CompletionStage<Boolean> absent() {
            return shards.absent();
        }
    }

    private ConsumerEngine engine() {
        var listener = new EngineListener() {
            @Override
            public void failed(String what, Throwable failure) {
                told.add(what + " failed");
            }

            @Override
            public void recovered(String what) {
                told.add(what + " recovered");
            }
        };
        var workers = new Ports.Workers() {
            @Override
            public void startOne() {}

            @Override
            public void interrupt(Delivery delivery) {}
        };
        var settings = new EngineSettings(
                "g",
                1,
                10,
                Duration.ofMillis(500),
                new EngineSettings.Limits(10, 1000),
                new EngineSettings.Lease(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofHours(1)),
                FailurePolicy.DEFAULT,
                true);
        var ports = new Ports(time::now, time, new Random(1), Runnable::run, workers, Ports.Lines.NONE, listener);
        var member = broker.join(List.of("a"), "g", "me", false);
        return new ConsumerEngine(settings, ports, List.of(List.of(member)), register);
    }

    private void pass(ConsumerEngine engine, long millis) {
        for (long end = time.now() + millis; time.now() < end; ) {
            time.runUntil(time.now() + 100);
            engine.tick();
        }
    }

    @Test
    void saysSoAndIsStalledUntilItCan() {
        register.isDown = true;
        var engine = engine();
        engine.resume();

        pass(engine, 5000);
        assertThat(engine.failure()).get().hasToString("io.hopeit.streams.spi.BrokerException: not allowed");
        assertThat(engine.millisStalled()).isGreaterThan(4000);

        register.isDown = false;
        pass(engine, 5000);
        assertThat(engine.failure()).isEmpty();
        assertThat(engine.millisStalled()).isLessThan(1000);
        assertThat(told).startsWith("own shards failed").endsWith("own shards recovered");
    }
}
