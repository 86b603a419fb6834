package io.hopeit.streams.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.GroupMember;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a consumer counts as one that does not read though it should. */
class StallTest implements Ports.Workers {
    private static final String KEY = "orders";
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final List<Delivery> working = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private MemoryBroker broker = new MemoryBroker(time, (delay, task) -> time.after(delay.toMillis(), task));
    private ConsumerEngine engine;
    private boolean isOut;

    /** One message at a time. */
    private void start(boolean isOrdered) {
        var policy = new FailurePolicy(
                9, MINUTE.multipliedBy(2), MINUTE.multipliedBy(2), List.of(Throwable.class), List.of(), true);
        var settings = new EngineSettings(
                "group",
                1,
                10,
                Duration.ofSeconds(2),
                new EngineSettings.Limits(1, 1 << 20),
                new EngineSettings.Lease(IDLE, MINUTE, MINUTE),
                policy,
                isOrdered);
        Ports.Lines lines = isOrdered ? entry -> new Ports.Line(KEY, null) : Ports.Lines.NONE;
        var ports = new Ports(time::now, time, new Random(1), Runnable::run, this, lines, listener());
        var member = broker.join(List.of(KEY), "group", "me", false);
        engine = new ConsumerEngine(settings, ports, List.of(unreliable(member)));
        engine.resume();
        tick();
    }

    /** The same, but for reads during an outage. */
    private GroupMember unreliable(GroupMember member) {
        var types = new Class<?>[] {GroupMember.class};
        return (GroupMember) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            if (isOut && method.getName().equals("read")) {
                return CompletableFuture.failedFuture(new BrokerException("out", null));
            }
            return method.invoke(member, arguments);
        });
    }

    private EngineListener listener() {
        return new EngineListener() {
            @Override
            public void failed(String what, Throwable failure) {
                told.add("failed " + what);
            }

            @Override
            public void recovered(String what) {
                told.add("recovered " + what);
            }
        };
    }

    private void tick() {
        engine.tick();
        time.after(100, this::tick);
    }

    private void pass(Duration duration) {
        time.runUntil(time.now() + duration.toMillis());
    }

    private void publish() {
        broker.append(Append.of(KEY, Map.of("payload", "x".getBytes(UTF_8))));
    }

    @Override
    public void startOne() {
        time.after(0, () -> working.add(Objects.requireNonNull(engine.first())));
    }

    @Override
    public void interrupt(Delivery delivery) {}

    @Test
    void anEmptyStreamIsNone() {
        start(false);
        pass(MINUTE);

        assertThat(engine.hasRead()).isTrue();
        assertThat(engine.millisStalled()).isLessThan(1000);
    }

    @Test
    void aReadThatFailsIsOne() {
        start(false);
        pass(Duration.ofSeconds(5));

        broker.close();
        pass(Duration.ofSeconds(33));

        assertThat(engine.millisStalled()).isBetween(31_000L, 35_000L);
        assertThat(told).contains("failed read").doesNotContain("recovered read");
    }

    @Test
    void itsEndIsToldOnce() {
        start(false);
        isOut = true;
        pass(MINUTE);
        told.clear();

        isOut = false;
        pass(MINUTE);

        assertThat(told).containsExactly("recovered read");
        assertThat(engine.millisStalled()).isLessThan(1000);
    }

    @Test
    void aReadThatNeverEndsIsOne() {
        broker = new MemoryBroker(time, (delay, task) -> {});
        start(false);
        pass(MINUTE);

        assertThat(engine.hasRead()).isFalse();
        assertThat(engine.millisStalled()).isEqualTo(58_000);
    }

    @Test
    void workThatTakesLongIsNoneUntilItShouldHaveEnded() {
        start(false);
        publish();
        publish();
        pass(Duration.ofSeconds(50));

        assertThat(working).hasSize(1);
        assertThat(engine.millisSinceRead()).isGreaterThan(45_000);
        assertThat(engine.millisStalled()).isZero();

        pass(Duration.ofSeconds(20));
        assertThat(engine.millisStalled()).isGreaterThan(60_000);
    }

    @Test
    void aRetryThatOthersWaitForIsNone() {
        start(true);
        publish();
        pass(Duration.ofSeconds(1));
        assertThat(engine.finish(working.getFirst(), new Verdict.Failed(new IllegalStateException())))
                .isNull();

        pass(Duration.ofSeconds(50));

        assertThat(engine.millisStalled()).isZero();
    }
}
