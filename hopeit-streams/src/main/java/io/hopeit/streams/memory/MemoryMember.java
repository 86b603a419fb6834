package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.GroupStats;
import io.hopeit.streams.spi.Keys;
import io.hopeit.streams.spi.Swept;
import io.hopeit.streams.spi.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One consumer of a group in memory. Its state is guarded by the broker's lock. */
final class MemoryMember implements GroupMember {
    /** Whose it is. */
    record Name(String group, String consumer) {}

    private record Read(int count, long bytes, CompletableFuture<Batch> answer) {}

    private final MemoryBroker broker;
    private final List<String> keys;
    private final Name name;
    private final boolean fromNow;
    private final Set<String> known = new HashSet<>();
    private @Nullable Read read;

    MemoryMember(MemoryBroker broker, List<String> keys, Name name, boolean fromNow) {
        this.broker = broker;
        this.keys = List.copyOf(keys);
        this.name = name;
        this.fromNow = fromNow;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    /** An answer comes all at once, so there is nothing to be told before. */
    @Override
    public CompletionStage<Batch> read(int count, long bytes, Duration block, Runnable coming) {
        var answer = new CompletableFuture<Batch>();
        return broker.call("read " + keys, () -> {
                    read = new Read(count, bytes, answer);
                    broker.await(this, block);
                    return answer;
                })
                .thenCompose(Function.identity());
    }

    /** What is to be told to the read that waits, if there is something; then it waits no more. */
    Optional<Runnable> answer() {
        var waiting = read;
        if (waiting == null) {
            return Optional.empty();
        }
        var batch = next(waiting);
        if (batch.entries().isEmpty() && batch.recreated().isEmpty()) {
            return Optional.empty();
        }
        read = null;
        return Optional.of(() -> waiting.answer().complete(batch));
    }

    private Batch next(Read waiting) {
        var recreated = create();
        if (!recreated.isEmpty()) {
            return new Batch(List.of(), Map.of(), recreated);
        }
        var entries = new ArrayList<Entry>();
        var withheld = new HashMap<String, List<String>>();
        long bytes = 0;
        for (String key : keys) {
            for (Entry entry : broker.stream(key)
                    .group(name.group(), false)
                    .read(name.consumer(), waiting.count(), broker.now())) {
                bytes += entry.size();
                if (entries.isEmpty() || bytes <= waiting.bytes()) {
                    entries.add(entry);
                } else {
                    withheld.computeIfAbsent(key, k -> new ArrayList<>()).add(entry.id());
                }
            }
        }
        return new Batch(entries, withheld, List.of());
    }

    /** The group where it is missing; returns where it had been there before. */
    private List<String> create() {
        var recreated = new ArrayList<String>();
        for (String key : keys) {
            boolean isNew = known.add(key);
            if (!isNew && broker.group(key, name.group()).isEmpty()) {
                recreated.add(key);
            }
            broker.stream(key).group(name.group(), isNew && fromNow);
        }
        return recreated;
    }

    @Override
    public void wake() {
        broker.call("wake", () -> {
                    broker.forget(this);
                    var waiting = Optional.ofNullable(read);
                    read = null;
                    return waiting;
                })
                .thenAccept(waiting -> waiting.ifPresent(w -> w.answer().complete(Batch.EMPTY)));
    }

    void fail(BrokerException reason) {
        var waiting = read;
        if (waiting != null) {
            waiting.answer().completeExceptionally(reason);
        }
    }

    private <T> CompletionStage<T> call(String key, T nothing, Function<MemoryGroup, T> action) {
        return broker.call(
                "use " + key, () -> broker.group(key, name.group()).map(action).orElse(nothing));
    }

    @Override
    public CompletionStage<Long> ack(String key, List<String> ids) {
        return call(key, 0L, group -> group.ack(ids));
    }

    @Override
    public CompletionStage<Set<String>> ackOwned(String key, List<String> ids) {
        return call(key, Set.of(), group -> group.ackOwned(name.consumer(), ids));
    }

    @Override
    public CompletionStage<Set<String>> extend(String key, List<String> ids) {
        return broker.call("extend in " + key, () -> broker.group(key, name.group())
                        .map(group -> group.extend(name.consumer(), ids, broker.now())))
                .thenApply(extended -> extended.orElseThrow(() -> new BrokerException(
                        "cannot extend in " + key + ": its group has gone", null, BrokerException.Kind.STATE, false)));
    }

    @Override
    public CompletionStage<List<String>> owned(String key, String after, int count) {
        return call(key, List.of(), group -> group.owned(name.consumer(), after, count));
    }

    @Override
    public CompletionStage<Taken> take(String key, List<String> ids, boolean again) {
        var nothing = new Taken(List.of(), List.of());
        return call(key, nothing, group -> group.take(name.consumer(), ids, again, broker.now()));
    }

    @Override
    public CompletionStage<Swept> sweep(String key, String cursor, Duration idle, int count) {
        var nothing = new Swept(Swept.START, List.of(), List.of(), List.of());
        return call(key, nothing, group -> group.sweep(name.consumer(), cursor, idle, count, broker.now()));
    }

    @Override
    public CompletionStage<Boolean> retryLater(String key, String id, Duration delay, boolean counted) {
        return call(key, false, group -> {
            long now = broker.now();
            return group.retryLater(name.consumer(), id, now + delay.toMillis(), counted, now);
        });
    }

    @Override
    public CompletionStage<Boolean> deadLetter(Entry entry, Map<String, byte[]> details) {
        var key = entry.key();
        return call(key, false, group -> {
            boolean wasOurs = group.giveUp(name.consumer(), entry.id());
            var original = broker.stream(key).entry(EntryId.parse(entry.id()), 0);
            if (wasOurs && original.isPresent()) {
                var fields = new LinkedHashMap<>(original.get().fields());
                fields.putAll(details);
                broker.stream(Keys.deadLetters(key)).append(fields, broker.now());
            }
            return wasOurs && original.isPresent();
        });
    }

    @Override
    public CompletionStage<Long> release(String key, List<String> ids, Duration idle) {
        return call(key, 0L, group -> group.release(name.consumer(), ids, idle, broker.now()));
    }

    @Override
    public CompletionStage<Long> reap(String key, Duration idle) {
        return call(key, 0L, group -> group.reap(name.consumer(), idle, broker.now()));
    }

    @Override
    public CompletionStage<GroupStats> stats(String key) {
        return call(key, GroupStats.NONE, group -> {
            var stream = broker.stream(key);
            var pending = group.pending();
            long now = broker.now();
            long age = group.oldestPending().map(id -> now - id.millis()).orElse(0L);
            return new GroupStats(
                    stream.length(),
                    group.lag(),
                    pending.size(),
                    group.pendingOf(name.consumer()),
                    Duration.ofMillis(Math.max(0, age)),
                    group.retries(),
                    group.consumers(),
                    broker.stream(Keys.deadLetters(key)).length());
        });
    }

    @Override
    public CompletionStage<Long> leave(String key, Duration idle) {
        return call(key, 0L, group -> group.leave(name.consumer(), idle, broker.now()));
    }

    @Override
    public void close() {
        wake();
    }
}
