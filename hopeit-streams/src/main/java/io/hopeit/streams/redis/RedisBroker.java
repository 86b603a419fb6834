package io.hopeit.streams.redis;

import io.hopeit.config.RedisSettings;
import io.hopeit.spi.SharedFacts;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.ShardOwnership;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Streams in a Redis or Valkey server, in the one that Redis Sentinel names, or in a Redis Cluster. Thread-safe.
 *
 * <p>It connects in the background, so it can be created while the server is down. A call fails at once while there is
 * no connection, and within the command timeout when the server does not answer. A broken connection is tried again
 * after 100 ms at first, then less and less often, but at least every second. Stages complete on threads that talk to
 * the server: what depends on them must not block.
 *
 * {@snippet :
 * void publish(RedisSettings settings, Map<String, byte[]> fields) {
 *     try (var broker = new RedisBroker(settings)) {
 *         broker.append(Append.of("shop.1x0.orders", fields)).toCompletableFuture().join();
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class RedisBroker implements Broker {
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(1);

    private final Server server;
    private final Outages outages;
    private final Topology topology;
    private final Courier commands;
    private final Courier publish;
    private final Publishing publishing;
    private final Set<RedisMember> members = ConcurrentHashMap.newKeySet();

    /** For the server that these settings name. */
    public RedisBroker(RedisSettings settings) {
        this.server = new Server(settings);
        this.outages = new Outages(server.address());
        this.topology = topology(settings);
        this.commands = courier(server.commandTimeout());
        this.publish = courier(server.commandTimeout());
        var replicated = courier(Publishing.patience(server.commandTimeout()));
        this.publishing = new Publishing(server, publish, replicated, new Trimming(server, commands));
        var first = topology.node("");
        commands.pipe(first);
        publish.pipe(first);
        topology.begin(nodes -> List.of(commands, publish, replicated).forEach(courier -> courier.retain(nodes)));
        NettyTraces.remove();
    }

    private Topology topology(RedisSettings settings) {
        var uri = new Login(settings).uri();
        return switch (settings.topology()) {
            case STANDALONE -> new OneServer(server, uri);
            case CLUSTER -> new Cluster(server, uri);
        };
    }

    private Courier courier(Duration patience) {
        return new Courier(server, outages, topology, patience);
    }

    @Override
    public String address() {
        return server.address();
    }

    @Override
    public CompletionStage<String> append(Append append) {
        return publishing.append(append);
    }

    @Override
    public List<List<String>> readable(List<String> keys) {
        return topology.together(keys);
    }

    @Override
    public GroupMember join(List<String> keys, String group, String consumer, boolean fromNow) {
        var key = keys.getFirst();
        var link = new Link(server, outages, () -> topology.connect(topology.node(key))).open();
        var groups = new Groups(List.copyOf(keys), group, fromNow);
        var reader = new GroupReader(server, link, commands, groups, new GroupReader.Consumer(group, consumer));
        var member = new RedisMember(keys, reader, commands, new Ownership(commands, group, consumer), members::remove);
        members.add(member);
        return member;
    }

    @Override
    public ShardOwnership shards(String key, String group, String consumer) {
        return new RedisShards(commands, key, group, consumer);
    }

    @Override
    public DeadLetterStore deadLetters(String key) {
        return new RedisDeadLetters(commands, key);
    }

    @Override
    public SharedFacts facts(String prefix) {
        return new RedisFacts(commands, prefix);
    }

    @Override
    public boolean isReachable() {
        try {
            CompletableFuture.allOf(ping(commands), ping(publish))
                    .get(HEALTH_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CompletableFuture<String> ping(Courier courier) {
        return courier.send(Order.of("ping", "", () -> Call.status(CommandType.PING, Call.args())))
                .toCompletableFuture();
    }

    @Override
    public void close() {
        members.forEach(RedisMember::close);
        commands.close();
        publishing.close();
        server.close();
        NettyTraces.remove();
    }
}
