package io.hopeit.streams.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.spi.FailurePolicy;
import io.hopeit.streams.engine.ConsumerEngine;
import io.hopeit.streams.engine.Delivery;
import io.hopeit.streams.engine.EngineListener;
import io.hopeit.streams.engine.EngineSettings;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.engine.Verdict;
import io.hopeit.streams.memory.MemoryBroker;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.ShardOwnership;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One consumer in made-up time, whose work ends when a test says so, and whose calls a test can tamper with. */
final class Bench implements Ports.Workers, EngineListener {
    /** What becomes of a call: the answer, or what is to be instead. */
    @FunctionalInterface
    interface Tampering {
        @Nullable
        Object with(String method, Object[] arguments, Supplier<Object> call);
    }

    static final String GROUP = "group";
    static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    final VirtualTime time;
    final MemoryBroker broker;
    final List<Delivery> working = new ArrayList<>();
    final List<String> begun = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final Map<Count, Long> counts = new EnumMap<>(Count.class);
    Tampering tampering = (method, arguments, call) -> call.get();
    Ports.Lines lines = Ports.Lines.NONE;
    Executor arrivals = Runnable::run;
    Runnable starting = () -> {};
    int maxDeliveries = 5;
    int concurrency = 1;
    long bytes = 1 << 20;
    boolean isOrdered;
    boolean isDead;
    /** Whether it does nothing by itself. */
    boolean isFrozen;

    Duration idle = IDLE;
    Duration longestRun = MINUTE;
    private @Nullable ConsumerEngine engine;

    Bench(VirtualTime time, MemoryBroker broker) {
        this.time = time;
        this.broker = broker;
    }

    Bench() {
        this(new VirtualTime());
    }

    private Bench(VirtualTime time) {
        this(time, new MemoryBroker(time, (delay, task) -> time.after(delay.toMillis(), task)));
    }

    /** Begins to read these with one member. */
    void start(String... keys) {
        begin(List.of(List.of(member("me", keys))), null);
    }

    /** Begins to read these as shards. */
    void startShards(String name, String... keys) {
        var shards =
                List.of(keys).stream().map(key -> List.of(member(name, key))).toList();
        begin(shards, broker.shards("shards", GROUP, name));
    }

    private void begin(List<List<GroupMember>> shards, @Nullable ShardOwnership ownership) {
        var policy = new FailurePolicy(
                maxDeliveries, Duration.ofMillis(200), MINUTE, List.of(Throwable.class), List.of(), true);
        var settings = new EngineSettings(
                GROUP,
                concurrency,
                100,
                Duration.ofSeconds(2),
                new EngineSettings.Limits(1000, bytes),
                new EngineSettings.Lease(idle, MINUTE, longestRun),
                policy,
                isOrdered);
        var ports = new Ports(
                time::now, time, new Random(1), task -> arrivals.execute(task), this, entry -> lines.of(entry), this);
        engine = new ConsumerEngine(settings, ports, shards, ownership);
        engine.resume();
        tick();
    }

    GroupMember member(String name, String... keys) {
        var member = broker.join(List.of(keys), GROUP, name, false);
        var types = new Class<?>[] {GroupMember.class};
        return (GroupMember) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                types,
                (proxy, method, arguments) ->
                        tampering.with(method.getName(), arguments == null ? new Object[0] : arguments, () -> {
                            try {
                                return method.invoke(member, arguments);
                            } catch (ReflectiveOperationException e) {
                                throw new LinkageError(method.getName(), e);
                            }
                        }));
    }

    ConsumerEngine engine() {
        if (engine == null) {
            throw new IllegalStateException("not started");
        }
        return engine;
    }

    private void tick() {
        if (!isDead) {
            if (!isFrozen) {
                engine().tick();
            }
            time.after(100, this::tick);
        }
    }

    void pass(Duration duration) {
        time.runUntil(time.now() + duration.toMillis());
    }

    void publish(String key, String payload) {
        broker.append(Append.of(key, Map.of("payload", payload.getBytes(UTF_8))));
    }

    @Override
    public void startOne() {
        starting.run();
        time.after(0, () -> work(engine().first()));
    }

    private void work(@Nullable Delivery delivery) {
        if (delivery != null && !isDead) {
            working.add(delivery);
            begun.add(SimConsumer.message(delivery.entry()));
        }
    }

    /** The work on the one that has begun first ends. */
    void finish(Verdict verdict) {
        work(engine().finish(working.removeFirst(), verdict));
    }

    /** From now on, all work takes that long, and succeeds. */
    void workEach(Duration duration) {
        if (!working.isEmpty()) {
            finish(Verdict.DONE);
        }
        time.after(duration.toMillis(), () -> workEach(duration));
    }

    @Override
    public void interrupt(Delivery delivery) {
        told.add("interrupt " + SimConsumer.message(delivery.entry()));
    }

    @Override
    public void count(Count what, long times) {
        counts.merge(what, times, Long::sum);
    }

    @Override
    public void failed(String what, Throwable failure) {
        told.add("failed " + what);
    }

    long counted(Count what) {
        return counts.getOrDefault(what, 0L);
    }
}
