package io.hopeit.streams.memory;

import io.hopeit.spi.MemoryFacts;
import io.hopeit.spi.SharedFacts;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.ShardOwnership;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Streams in the memory of this process: for tests and trials. Nothing survives {@link #close()}, and a stream that is
 * not trimmed grows as long as it is written. Thread-safe.
 *
 * {@snippet :
 * void publish(Map<String, byte[]> fields) {
 *     try (var broker = new MemoryBroker()) {
 *         broker.append(Append.of("shop.1x0.orders", fields)).toCompletableFuture().join();
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class MemoryBroker implements Broker {
    /**
     * Calls something after a while; it may be late.
     *
     * {@snippet :
     * MemoryBroker.Timer timer = (delay, task) -> time.after(delay, task); // an AppTime
     * var broker = new MemoryBroker(time::now, timer);
     * }
     */
    @FunctionalInterface
    public interface Timer {
        /** Calls it. */
        void after(Duration delay, Runnable task);
    }

    /** What {@link Append.Once} remembers, and until when. */
    private record Appended(String id, long until) {}

    private final InstantSource clock;
    private final Timer timer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, MemoryStream> streams = new HashMap<>();
    private final Map<String, Appended> appended = new HashMap<>();
    private final List<MemoryMember> waiting = new ArrayList<>();
    private final Map<String, MemoryShards.Register> registers = new ConcurrentHashMap<>();
    private final Map<String, SharedFacts> facts = new ConcurrentHashMap<>();
    private boolean closed;

    /** With the system's clock. */
    public MemoryBroker() {
        this(InstantSource.system(), MemoryBroker::delay);
    }

    /** With a clock and a timer of one's own, which go together. */
    public MemoryBroker(InstantSource clock, Timer timer) {
        this.clock = clock;
        this.timer = timer;
    }

    private static void delay(Duration delay, Runnable task) {
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(task);
    }

    @Override
    public String address() {
        return "memory";
    }

    @Override
    public CompletionStage<String> append(Append append) {
        return call("append to " + append.key(), () -> {
            long now = clock.millis();
            var once = append.once();
            if (once.isEmpty()) {
                return append(append, now);
            }
            appended.values().removeIf(known -> known.until() <= now);
            var name = append.key() + ' ' + once.get().id();
            var known = appended.get(name);
            if (known != null) {
                return known.id();
            }
            var id = append(append, now);
            appended.put(name, new Appended(id, now + once.get().remember().toMillis()));
            return id;
        });
    }

    private String append(Append append, long now) {
        var stream = stream(append.key());
        var id = stream.append(new LinkedHashMap<>(append.fields()), now);
        stream.trim(append.trim(), now);
        return id;
    }

    /** Does something with the lock held, lets readers have what has arrived, and answers once the lock is released. */
    <T> CompletionStage<T> call(String what, Supplier<T> action) {
        T result;
        List<Runnable> answers;
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(closed(what));
            }
            result = action.get();
            answers = answers();
        } finally {
            lock.unlock();
        }
        answers.forEach(Runnable::run);
        return CompletableFuture.completedFuture(result);
    }

    private List<Runnable> answers() {
        var answers = new ArrayList<Runnable>();
        for (MemoryMember member : List.copyOf(waiting)) {
            member.answer().ifPresent(answer -> {
                waiting.remove(member);
                answers.add(answer);
            });
        }
        return answers;
    }

    /** A member's read waits until something arrives, or its time is over. */
    void await(MemoryMember member, Duration block) {
        waiting.add(member);
        timer.after(block, member::wake);
    }

    /** It waits no more. */
    void forget(MemoryMember member) {
        waiting.remove(member);
    }

    private static BrokerException closed(String what) {
        return new BrokerException("cannot " + what + " in memory: the broker is closed", null);
    }

    long now() {
        return clock.millis();
    }

    MemoryStream stream(String key) {
        return streams.computeIfAbsent(key, MemoryStream::new);
    }

    Optional<MemoryGroup> group(String key, String group) {
        return Optional.ofNullable(streams.get(key)).flatMap(stream -> stream.group(group));
    }

    @Override
    public GroupMember join(List<String> keys, String group, String consumer, boolean fromNow) {
        return new MemoryMember(this, keys, new MemoryMember.Name(group, consumer), fromNow);
    }

    @Override
    public ShardOwnership shards(String key, String group, String consumer) {
        var register = registers.computeIfAbsent(key + ' ' + group, name -> new MemoryShards.Register());
        return new MemoryShards(this, register, consumer);
    }

    @Override
    public DeadLetterStore deadLetters(String key) {
        return new MemoryDeadLetters(this, key);
    }

    /** The ids of the entries that are pending. */
    List<String> pending(String key, String group) {
        lock.lock();
        try {
            return group(key, group).map(MemoryGroup::pending).orElse(List.of());
        } finally {
            lock.unlock();
        }
    }

    /** Loses a stream, with its groups. */
    void delete(String key) {
        lock.lock();
        try {
            streams.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /** Loses an entry; its pending stays. */
    void delete(String key, String id) {
        lock.lock();
        try {
            stream(key).delete(EntryId.parse(id));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SharedFacts facts(String prefix) {
        return facts.computeIfAbsent(prefix, p -> new MemoryFacts());
    }

    @Override
    public boolean isReachable() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        List<MemoryMember> left;
        lock.lock();
        try {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(member -> member.fail(closed("read " + member.keys())));
    }
}
