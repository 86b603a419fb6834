package io.hopeit.streams.simulation;

import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.GroupStats;
import io.hopeit.streams.spi.ShardOwnership;
import io.hopeit.streams.spi.Swept;
import io.hopeit.streams.spi.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A connection to the server over which calls and answers take their time, and get lost. */
final class SimMember implements GroupMember {
    private static final long TIMEOUT = 300;
    private static final long POLL = 10;

    private final SimServer server;
    private final VirtualTime time;
    private final RandomGenerator random;
    private final Faults faults;
    private final List<String> keys;
    private final String group;
    private final String consumer;
    private final BiConsumer<Long, Runnable> owner;
    private boolean woken;
    /** Answers to reads come one after another, as they do on one connection. */
    private CompletableFuture<Batch> lastRead = CompletableFuture.completedFuture(Batch.EMPTY);

    /** Does something for its owner after a while, unless that has died by then. */
    SimMember(SimWorld world, Faults faults, List<String> keys, String consumer, BiConsumer<Long, Runnable> owner) {
        this.server = world.server();
        this.time = world.time();
        this.random = world.random();
        this.faults = faults;
        this.keys = keys;
        this.group = SimWorld.GROUP;
        this.consumer = consumer;
        this.owner = owner;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    private <T> CompletionStage<T> call(Function<GroupMember, CompletionStage<T>> call) {
        return ask(broker -> call.apply(at(broker)));
    }

    private <T> CompletionStage<T> ask(Function<Broker, CompletionStage<T>> call) {
        var answer = new CompletableFuture<T>();
        if (server.isDown()) {
            owner.accept(1L, () -> answer.completeExceptionally(new BrokerException("down", null)));
            return answer;
        }
        boolean isRequestLost = faults.happens(random, faults.requestLost());
        boolean isAnswerLost = faults.happens(random, faults.answerLost());
        if (isRequestLost || isAnswerLost) {
            owner.accept(
                    TIMEOUT,
                    () -> answer.completeExceptionally(new BrokerException("no answer", null, Kind.TRANSIENT, true)));
        }
        if (!isRequestLost) {
            time.after(latency() + slowness(), () -> execute(call, isAnswerLost ? new CompletableFuture<>() : answer));
        }
        return answer;
    }

    private long slowness() {
        return faults.happens(random, faults.slow()) ? random.nextLong(2000) : 0;
    }

    private long latency() {
        return random.nextLong(0, 4);
    }

    /** The server does it whether or not its caller lives. */
    private <T> void execute(Function<Broker, CompletionStage<T>> call, CompletableFuture<T> answer) {
        if (server.isDown()) {
            owner.accept(
                    0L, () -> answer.completeExceptionally(new BrokerException("down", null, Kind.TRANSIENT, true)));
            return;
        }
        server.attempt(call)
                .whenComplete((result, failure) -> owner.accept(latency() + slowness(), () -> {
                    if (failure == null) {
                        answer.complete(result);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                }));
    }

    private GroupMember at(Broker broker) {
        return broker.join(keys, group, consumer, false);
    }

    /** Who owns which shard, over the same connection. */
    ShardOwnership shards() {
        return new ShardOwnership() {
            private <T> CompletionStage<T> call(Function<ShardOwnership, CompletionStage<T>> call) {
                return ask(broker -> call.apply(broker.shards("a", group, consumer)));
            }

            @Override
            public CompletionStage<Presence> present(Duration duration) {
                return call(shards -> shards.present(duration));
            }

            @Override
            public CompletionStage<Boolean> own(int shard, Duration duration) {
                return call(shards -> shards.own(shard, duration));
            }

            @Override
            public CompletionStage<Boolean> disown(int shard) {
                return call(shards -> shards.disown(shard));
            }

            @Override
            public CompletionStage<Boolean> absent() {
                return call(ShardOwnership::absent);
            }
        };
    }

    @Override
    public CompletionStage<Batch> read(int count, long bytes, Duration block, Runnable coming) {
        woken = false;
        var answer = new CompletableFuture<Batch>();
        poll(count, bytes, time.now() + block.toMillis(), answer);
        var before = lastRead;
        lastRead = answer.thenCompose(batch -> arriving(batch, coming))
                .thenCombine(before, (batch, earlier) -> batch); // a connection that breaks ends both
        return lastRead;
    }

    private void poll(int count, long bytes, long end, CompletableFuture<Batch> answer) {
        this.<Batch>call(member -> {
                    var batch = member.read(count, bytes, Duration.ofMillis(1));
                    member.wake();
                    return batch;
                })
                .whenComplete((batch, failure) -> {
                    if (batch == null) {
                        answer.completeExceptionally(failure);
                    } else if (!batch.entries().isEmpty() || time.now() >= end || woken) {
                        answer.complete(batch);
                    } else {
                        owner.accept(POLL, () -> again(count, bytes, end, answer));
                    }
                });
    }

    /** A server does not wait for longer than it was told, even for one who is frozen meanwhile. */
    private void again(int count, long bytes, long end, CompletableFuture<Batch> answer) {
        if (time.now() > end) {
            answer.complete(Batch.EMPTY);
        } else {
            poll(count, bytes, end, answer);
        }
    }

    /** An answer that takes a while to come, or never comes to its end. */
    private CompletionStage<Batch> arriving(Batch batch, Runnable coming) {
        if (batch.entries().isEmpty() || random.nextBoolean()) {
            return CompletableFuture.completedFuture(batch);
        }
        var arrived = new CompletableFuture<Batch>();
        boolean isBroken = faults.happens(random, faults.answerLost());
        coming.run();
        owner.accept(isBroken ? TIMEOUT : latency(), () -> {
            if (isBroken) {
                arrived.completeExceptionally(new BrokerException("broken", null, Kind.TRANSIENT, true));
            } else {
                arrived.complete(batch);
            }
        });
        return arrived;
    }

    @Override
    public void wake() {
        woken = true;
    }

    @Override
    public CompletionStage<Long> ack(String key, List<String> ids) {
        return call(member -> member.ack(key, ids));
    }

    @Override
    public CompletionStage<Set<String>> ackOwned(String key, List<String> ids) {
        return call(member -> member.ackOwned(key, ids));
    }

    @Override
    public CompletionStage<Set<String>> extend(String key, List<String> ids) {
        return call(member -> member.extend(key, ids));
    }

    @Override
    public CompletionStage<List<String>> owned(String key, String after, int count) {
        return call(member -> member.owned(key, after, count));
    }

    @Override
    public CompletionStage<Taken> take(String key, List<String> ids, boolean again) {
        return call(member -> member.take(key, ids, again));
    }

    @Override
    public CompletionStage<Swept> sweep(String key, String cursor, Duration idle, int count) {
        return call(member -> member.sweep(key, cursor, idle, count));
    }

    @Override
    public CompletionStage<Boolean> retryLater(String key, String id, Duration delay, boolean counted) {
        return call(member -> member.retryLater(key, id, delay, counted));
    }

    @Override
    public CompletionStage<Boolean> deadLetter(Entry entry, Map<String, byte[]> details) {
        return call(member -> member.deadLetter(entry, details));
    }

    @Override
    public CompletionStage<Long> release(String key, List<String> ids, Duration idle) {
        return call(member -> member.release(key, ids, idle));
    }

    @Override
    public CompletionStage<Long> reap(String key, Duration idle) {
        return call(member -> member.reap(key, idle));
    }

    @Override
    public CompletionStage<GroupStats> stats(String key) {
        return call(member -> member.stats(key));
    }

    @Override
    public CompletionStage<Long> leave(String key, Duration idle) {
        return call(member -> member.leave(key, idle));
    }

    @Override
    public void close() {
        wake();
    }
}
