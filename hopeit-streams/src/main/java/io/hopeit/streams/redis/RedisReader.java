package io.hopeit.streams.redis;

import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.StreamReader;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.UnblockType;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for entries on a connection of its own, as a waiting read blocks all commands behind it. */
final class RedisReader implements StreamReader {
    private final Server server;
    private final Link link;
    private final Link commands;
    private final List<String> keys;
    private final Consumer<String> consumer;
    private boolean hasGroups;
    /** Of the connection that reads, as the server knows it; negative when the server does not say. */
    private volatile long clientId = -1;

    private @Nullable StatefulRedisConnection<String, byte[]> identified;

    RedisReader(Server server, Link link, Link commands, List<String> keys, Consumer<String> consumer) {
        this.server = server;
        this.link = link;
        this.commands = commands;
        this.keys = List.copyOf(keys);
        this.consumer = consumer;
    }

    @Override
    public List<Entry> read(int count, Duration block) throws InterruptedException {
        var patience = block.plus(server.commandTimeout());
        var connection = link.await(what(), patience);
        connection.setTimeout(patience);
        try {
            return read(connection, XReadArgs.Builder.count(count).block(block));
        } catch (ExecutionException e) {
            return failed(connection, e.getCause());
        } catch (InterruptedException e) {
            link.replace(connection, e);
            throw e;
        }
    }

    private List<Entry> read(StatefulRedisConnection<String, byte[]> connection, XReadArgs args)
            throws InterruptedException, ExecutionException {
        if (!connection.equals(identified)) {
            clientId = -1;
            clientId = identify(connection);
            identified = connection;
        }
        if (!hasGroups) {
            createGroups(connection);
            hasGroups = true;
        }
        return await(connection, connection.async().xreadgroup(consumer, args, offsets())).stream()
                .map(message -> new Entry(message.getStream(), message.getId(), message.getBody()))
                .toList();
    }

    private long identify(StatefulRedisConnection<String, byte[]> connection)
            throws InterruptedException, ExecutionException {
        try {
            return await(connection, connection.async().clientId());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RedisCommandExecutionException) {
                return -1; // not allowed to ask
            }
            throw e;
        }
    }

    @Override
    public void end(Thread waiting) {
        long id = clientId;
        if (id < 0) {
            waiting.interrupt();
            return;
        }
        commands.send("end a read", c -> c.clientUnblock(id, UnblockType.TIMEOUT))
                .whenComplete((ended, failure) -> {
                    if (failure != null) {
                        waiting.interrupt();
                    }
                });
    }

    private List<Entry> failed(StatefulRedisConnection<String, byte[]> connection, @Nullable Throwable failure) {
        if (isError(failure, "NOGROUP") || isError(failure, "UNBLOCKED")) {
            hasGroups = false; // somebody has deleted a stream, before this read or while it waited
            return List.of();
        }
        boolean refused = failure instanceof RedisCommandExecutionException;
        if (failure != null && (!refused || failure instanceof RedisReadOnlyException)) {
            link.lost(connection, failure);
        }
        throw server.failure(what(), failure);
    }

    private <T> T await(StatefulRedisConnection<String, byte[]> connection, RedisFuture<T> answer)
            throws InterruptedException, ExecutionException {
        link.watch(connection, answer.toCompletableFuture());
        return answer.get();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private StreamOffset<String>[] offsets() {
        return keys.stream().map(StreamOffset::lastConsumed).toArray(StreamOffset[]::new);
    }

    private void createGroups(StatefulRedisConnection<String, byte[]> connection)
            throws InterruptedException, ExecutionException {
        for (String key : keys) {
            try {
                await(connection, createGroup(connection, StreamOffset.from(key, "0")));
            } catch (ExecutionException e) {
                if (!isError(e.getCause(), "BUSYGROUP")) {
                    throw e;
                }
            }
        }
    }

    private RedisFuture<String> createGroup(
            StatefulRedisConnection<String, byte[]> connection, StreamOffset<String> beginning) {
        return connection.async().xgroupCreate(beginning, consumer.getGroup(), XGroupCreateArgs.Builder.mkstream());
    }

    private static boolean isError(@Nullable Throwable failure, String code) {
        return failure instanceof RedisCommandExecutionException
                && String.valueOf(failure.getMessage()).startsWith(code);
    }

    private String what() {
        return "read " + String.join(", ", keys);
    }

    @Override
    public CompletionStage<Long> ack(String key, List<String> ids) {
        return commands.send(
                "acknowledge in " + key, c -> c.xack(key, consumer.getGroup(), ids.toArray(String[]::new)));
    }

    @Override
    public void close() {
        link.close();
    }
}
