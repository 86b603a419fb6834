package io.hopeit.streams.redis;

import io.hopeit.config.RedisSettings;
import io.hopeit.spi.SharedFacts;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.StreamReader;
import io.lettuce.core.Consumer;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.async.BaseRedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Streams in a Redis or Valkey server. Thread-safe.
 *
 * <p>It connects in the background, so it can be created while the server is down. A call fails at once while there is
 * no connection, and within the command timeout when the server does not answer. A broken connection is tried again
 * after 100 ms at first, then less and less often, but at least every second.
 */
public final class RedisBroker implements Broker {
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(1);

    private final Server server;
    private final Outages outages;
    private final Link commands;
    private final Queue<Link> readers = new ConcurrentLinkedQueue<>();

    /** For the server that these settings name. */
    public RedisBroker(RedisSettings settings) {
        this.server = new Server(settings);
        this.outages = new Outages(server.address());
        this.commands = new Link(server, outages);
        commands.open();
    }

    @Override
    public String address() {
        return server.address();
    }

    @Override
    public CompletionStage<String> append(String key, Map<String, byte[]> fields, long maxLength) {
        var args = new XAddArgs();
        if (maxLength > 0) {
            args.maxlen(maxLength).approximateTrimming();
        }
        return commands.send("append to " + key, c -> c.xadd(key, args, fields));
    }

    @Override
    public StreamReader reader(List<String> keys, String group, String consumer) {
        var link = new Link(server, outages);
        readers.add(link);
        link.open();
        return new RedisReader(server, link, commands, keys, Consumer.from(group, consumer));
    }

    @Override
    public SharedFacts facts(String prefix) {
        return new RedisFacts(commands, prefix);
    }

    @Override
    public boolean isReachable() {
        try {
            commands.send("ping", BaseRedisAsyncCommands::ping)
                    .toCompletableFuture()
                    .get(HEALTH_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        readers.forEach(Link::close);
        commands.close();
        server.close();
    }
}
