package io.hopeit.streams.redis;

import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.GroupStats;
import io.hopeit.streams.spi.Swept;
import io.hopeit.streams.spi.Taken;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Reads on a connection of its own; the rest goes over the one that all share. */
final class RedisMember implements GroupMember {
    private final List<String> keys;
    private final GroupReader reader;
    private final Courier courier;
    private final Ownership own;
    private final Consumer<RedisMember> closed;

    /** One that tells when it is closed. */
    RedisMember(List<String> keys, GroupReader reader, Courier courier, Ownership own, Consumer<RedisMember> closed) {
        this.keys = List.copyOf(keys);
        this.reader = reader;
        this.courier = courier;
        this.own = own;
        this.closed = closed;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    @Override
    public CompletionStage<Batch> read(int count, long bytes, Duration block, Runnable coming) {
        return reader.read(count, bytes, block, coming);
    }

    @Override
    public void wake() {
        reader.wake();
    }

    @Override
    public CompletionStage<Long> ack(String key, List<String> ids) {
        return Chunks.each(ids, 0L, some -> courier.send(acknowledgement(key, some)), Long::sum);
    }

    private Order<Long> acknowledgement(String key, List<String> ids) {
        return Order.of("acknowledge in " + key, key, () -> {
            var args = new ManyIds(ids).addKey(key).add(own.group());
            return Call.number(CommandType.XACK, args);
        });
    }

    @Override
    public CompletionStage<Set<String>> ackOwned(String key, List<String> ids) {
        return ids(Script.ACK_OWNED, "acknowledge", key, ids);
    }

    @Override
    public CompletionStage<Set<String>> extend(String key, List<String> ids) {
        return ids(Script.EXTEND, "extend", key, ids);
    }

    private CompletionStage<Set<String>> ids(Script script, String what, String key, List<String> ids) {
        return Chunks.each(ids, List.of(), some -> own.ids(script, what, key, some), Chunks::joined)
                .thenApply(LinkedHashSet::new);
    }

    @Override
    public CompletionStage<List<String>> owned(String key, String after, int count) {
        return own.owned(key, after, count);
    }

    @Override
    public CompletionStage<Taken> take(String key, List<String> ids, boolean again) {
        return Chunks.each(
                ids,
                new Taken(List.of(), List.of()),
                some -> own.take(key, some, again),
                (first, rest) -> new Taken(
                        Chunks.joined(first.entries(), rest.entries()), Chunks.joined(first.gone(), rest.gone())));
    }

    @Override
    public CompletionStage<Swept> sweep(String key, String cursor, Duration idle, int count) {
        return own.sweep(key, cursor, idle, Math.min(count, Ownership.MOST_IDS));
    }

    @Override
    public CompletionStage<Boolean> retryLater(String key, String id, Duration delay, boolean counted) {
        return own.retryLater(key, id, delay, counted);
    }

    @Override
    public CompletionStage<Boolean> deadLetter(Entry entry, Map<String, byte[]> details) {
        if (entry.fields().size() > LargeDeadLetter.FIELDS_OF_A_SCRIPT) {
            return new LargeDeadLetter(own, entry, details).move();
        }
        var flat = new ArrayList<Object>(2 * details.size());
        details.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return own.deadLetter(entry.key(), entry.id(), flat)
                // names that come again and again are one here
                .thenCompose(moved -> moved == Ownership.TOO_MANY_FIELDS
                        ? new LargeDeadLetter(own, entry, details).move()
                        : CompletableFuture.completedFuture(moved > 0));
    }

    @Override
    public CompletionStage<Long> release(String key, List<String> ids, Duration idle) {
        return Chunks.each(ids, 0L, some -> own.release(key, some, idle), Long::sum);
    }

    @Override
    public CompletionStage<Long> reap(String key, Duration idle) {
        return own.reap(key, idle);
    }

    @Override
    public CompletionStage<GroupStats> stats(String key) {
        return own.stats(key);
    }

    @Override
    public CompletionStage<Long> leave(String key, Duration idle) {
        return leave(key, idle, "");
    }

    private CompletionStage<Long> leave(String key, Duration idle, String after) {
        return own.leave(key, idle, after)
                .thenCompose(left -> left.last().isEmpty()
                        ? CompletableFuture.completedFuture(0L)
                        : leave(key, idle, left.last()).thenApply(more -> left.released() + more));
    }

    @Override
    public void close() {
        closed.accept(this);
        reader.close();
    }
}
