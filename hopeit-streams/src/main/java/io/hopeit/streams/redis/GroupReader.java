package io.hopeit.streams.redis;

import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.lettuce.core.RedisException;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Waits for entries on a connection of its own, as a waiting read blocks all calls behind it. */
final class GroupReader implements AutoCloseable {
    private static final Duration WAKE_AGAIN = Duration.ofMillis(20);

    private final Server server;
    private final Link link;
    private final Courier commands;
    private final List<String> keys;
    private final Consumer consumer;
    private final Groups groups;
    private final FieldNames fieldNames = new FieldNames();
    private volatile @Nullable Reading reading;
    private volatile Identity identity = Identity.NONE;

    /** Group and consumer that read. */
    record Consumer(String group, String name) {}

    /** What a server calls a connection; negative when it does not say. */
    private record Identity(@Nullable Line line, long id) {
        static final Identity NONE = new Identity(null, -1);
    }

    GroupReader(Server server, Link link, Courier commands, Groups groups, Consumer consumer) {
        this.server = server;
        this.link = link;
        this.commands = commands;
        this.keys = groups.keys();
        this.groups = groups;
        this.consumer = consumer;
    }

    /** A read that goes on. */
    private static final class Reading {
        private final CompletableFuture<Batch> batch = new CompletableFuture<>();
        private final int count;
        private final long bytes;
        private final Runnable coming;
        private final long end;
        private @Nullable Line line;
        private boolean isWaking;

        Reading(int count, long bytes, Duration block, Runnable coming) {
            this.count = count;
            this.bytes = bytes;
            this.coming = coming;
            this.end = System.nanoTime() + block.toNanos();
        }

        /** Unless it has ended before it could begin. */
        synchronized boolean begin(Line on) {
            if (batch.isDone()) {
                return false;
            }
            line = on;
            return true;
        }

        /** The connection that it waits on; without one it ends. */
        synchronized @Nullable Line lineOrEnd(Runnable end) {
            if (line == null) {
                end.run();
            }
            return line;
        }

        /** Whether nobody has begun to end it. */
        synchronized boolean beginWaking() {
            boolean isFirst = !isWaking;
            isWaking = true;
            return isFirst;
        }

        Duration left() {
            return Duration.ofMillis(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    CompletionStage<Batch> read(int count, long bytes, Duration block, Runnable coming) {
        var started = new Reading(count, bytes, block, coming);
        reading = started;
        var waiting = link.next();
        if (!waiting.isDone()) {
            server.later(block.plus(server.commandTimeout()), () -> giveUp(started));
        }
        var unused = waiting.whenComplete((line, failure) -> orFail(started, () -> {
            if (failure != null) {
                fail(started, new NotSentException(failure));
            } else if (started.begin(line)) {
                begin(started, line);
            }
        }));
        return started.batch;
    }

    /** An Error too: a read that never ends would be the last one. */
    private void orFail(Reading started, Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            try {
                fail(started, e);
            } finally {
                started.batch.completeExceptionally(e);
            }
        }
    }

    /** There has been no connection for all the time. */
    private void giveUp(Reading started) {
        var present = link.present();
        var reason = present.isCompletedExceptionally()
                ? new NotSentException(present.exceptionNow())
                : new NotSentException("not connected");
        var unused = started.lineOrEnd(() -> fail(started, reason));
    }

    private void begin(Reading started, Line line) {
        prepared(line)
                .whenComplete((recreated, failure) -> orFail(started, () -> {
                    if (failure != null) {
                        leaveIfMoved(line, failure);
                        fail(started, failure);
                    } else if (recreated.isEmpty()) {
                        readNow(started, line);
                    } else {
                        started.batch.complete(new Batch(List.of(), Map.of(), recreated));
                    }
                }));
    }

    private CompletionStage<List<String>> prepared(Line line) {
        var known = line.equals(identity.line()) ? CompletableFuture.completedFuture(identity) : identify(line);
        return known.thenCompose(done -> groups.areKnown()
                ? CompletableFuture.completedFuture(List.of())
                : groups.create(line, server.commandTimeout()));
    }

    private CompletionStage<Identity> identify(Line line) {
        var call = Call.number(CommandType.CLIENT, Call.args().add(CommandKeyword.ID));
        forsake(identity);
        line.send(List.of(call), server.commandTimeout());
        return call.handle((id, failure) -> {
            if (failure != null && Failures.error(failure).isEmpty()) {
                throw new CompletionException(failure);
            }
            identity = new Identity(line, failure == null ? id : -1); // it may not be allowed to ask
            return identity;
        });
    }

    /** The server may not have noticed yet that a connection is gone, and hand entries to a read that waits there. */
    private void forsake(Identity old) {
        if (old.line() != null && old.id() >= 0) {
            unblock(old.id());
        }
    }

    private void readNow(Reading started, Line line) {
        var block = started.left();
        var args = Call.args()
                .add(CommandKeyword.GROUP)
                .add(consumer.group())
                .add(consumer.name())
                .add(CommandKeyword.COUNT)
                .add(started.count)
                .add(CommandKeyword.BLOCK)
                .add(block.toMillis())
                .add("STREAMS")
                .addKeys(keys);
        keys.forEach(key -> args.add(">"));
        var call = new Call<>(CommandType.XREADGROUP, args, new ReadOutput(started.bytes, fieldNames, started.coming));
        line.send(List.of(call), block.plus(server.commandTimeout()));
        var unused = call.whenComplete((batch, failure) -> orFail(started, () -> {
            if (failure == null) {
                started.batch.complete(batch);
            } else if (Failures.isGroupGone(failure)) {
                recreate(started, line);
            } else {
                leaveIfMoved(line, failure);
                fail(started, failure);
            }
        }));
    }

    private void leaveIfMoved(Line line, Throwable failure) {
        if (Failures.is(failure, "MOVED") || Failures.is(failure, "ASK")) {
            commands.learn(keys.getFirst(), failure);
            link.replace(line, failure);
        }
    }

    private void recreate(Reading started, Line line) {
        groups.create(line, server.commandTimeout())
                .whenComplete((recreated, failure) -> orFail(started, () -> {
                    if (failure == null) {
                        started.batch.complete(new Batch(List.of(), Map.of(), recreated));
                    } else {
                        fail(started, failure);
                    }
                }));
    }

    private void fail(Reading started, Throwable failure) {
        BrokerException problem = Failures.of("read " + String.join(", ", keys), server.address(), failure);
        started.batch.completeExceptionally(problem);
    }

    /** Ends the read that waits, if there is one. */
    void wake() {
        var waiting = reading;
        if (waiting != null && !waiting.batch.isDone() && waiting.beginWaking()) {
            wake(waiting);
        }
    }

    private void wake(Reading waiting) {
        var line = waiting.lineOrEnd(() -> waiting.batch.complete(Batch.EMPTY));
        if (line == null) {
            return;
        }
        var known = identity;
        if (line.equals(known.line()) && known.id() < 0) {
            // it fails with its connection: what the server has handed out by then has to be looked for
            link.replace(line, new RedisException("a read was ended"));
            return;
        }
        if (line.equals(known.line())) {
            unblock(known.id());
        }
        server.later(
                WAKE_AGAIN,
                () -> { // it may have come before the read
                    if (!waiting.batch.isDone()) {
                        wake(waiting);
                    }
                });
    }

    private void unblock(long id) {
        var order = Order.of(
                "end a read",
                keys.getFirst(),
                () -> Call.number(CommandType.CLIENT, Call.args().add("UNBLOCK").add(id)));
        commands.send(order).exceptionally(failure -> 0L); // the read ends in time by itself
    }

    @Override
    public void close() {
        link.close();
        var waiting = reading;
        if (waiting != null) {
            fail(waiting, new NotSentException("closed"));
        }
    }
}
