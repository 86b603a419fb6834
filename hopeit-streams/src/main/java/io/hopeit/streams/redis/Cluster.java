package io.hopeit.streams.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.models.role.RedisInstance.Role;
import io.lettuce.core.protocol.CommandType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * A cluster, whose masters share the slots. Which one has which slot is asked at the start, every 30 seconds, and when a
 * server refuses or cannot be reached; until it is known, the configured server is asked, and says where to go.
 */
final class Cluster implements Topology {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Server server;
    private final RedisURI configured;
    private final Node seed;
    private final AtomicReferenceArray<Node> slots = new AtomicReferenceArray<>(SlotHash.SLOT_COUNT);
    private final Set<Node> masters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile Consumer<Set<Node>> changed = nodes -> {};

    Cluster(Server server, RedisURI configured) {
        this.server = server;
        this.configured = configured;
        this.seed = new Node(configured.getHost(), configured.getPort());
    }

    @Override
    public Node node(String key) {
        var known = slots.get(SlotHash.getSlot(key));
        return known == null ? seed : known;
    }

    @Override
    public CompletionStage<StatefulRedisConnection<String, byte[]>> connect(Node node) {
        return server.connect(uri(node)).whenComplete((connection, failure) -> {
            if (failure != null) {
                doubt();
            }
        });
    }

    private RedisURI uri(Node node) {
        var uri = RedisURI.create(node.host(), node.port());
        uri.applyAuthentication(configured);
        uri.applySsl(configured);
        uri.setTimeout(configured.getTimeout());
        return uri;
    }

    @Override
    public List<List<String>> together(List<String> keys) {
        var bySlot = new LinkedHashMap<Integer, List<String>>();
        keys.forEach(key -> bySlot.computeIfAbsent(SlotHash.getSlot(key), slot -> new ArrayList<>())
                .add(key));
        return List.copyOf(bySlot.values());
    }

    @Override
    public void moved(String key, Node to) {
        if (!to.host().isEmpty()) {
            slots.set(SlotHash.getSlot(key), to);
        }
        doubt();
    }

    @Override
    public void begin(Consumer<Set<Node>> listener) {
        changed = listener;
        regularly();
    }

    private void regularly() {
        server.later(PERIOD, this::regularly); // whatever happens now
        doubt();
    }

    /** Asks one server after another until one answers; not more often than now and then. */
    @Override
    public void doubt() {
        if (isLooking.compareAndSet(false, true)) {
            orLater(() -> {
                var candidates = new ArrayList<>(masters);
                Collections.shuffle(candidates);
                candidates.remove(seed);
                candidates.add(seed);
                ask(new ArrayDeque<>(candidates));
            });
        }
    }

    /** An Error too: nobody would ask again. */
    private void orLater(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            isLooking.set(false);
            LOG.log(Level.DEBUG, "the servers of the cluster cannot be asked", e);
        }
    }

    private void ask(Queue<Node> candidates) {
        var node = candidates.poll();
        if (node == null) {
            server.later(PAUSE, () -> isLooking.set(false));
            return;
        }
        server.connect(uri(node))
                .thenCompose(this::nodes)
                .whenComplete((text, failure) -> orLater(() -> {
                    if (failure == null && learn(text, node)) {
                        server.later(PAUSE, () -> isLooking.set(false));
                    } else {
                        ask(candidates);
                    }
                }));
    }

    private CompletionStage<String> nodes(StatefulRedisConnection<String, byte[]> connection) {
        var call = Call.status(CommandType.CLUSTER, Call.args().add("NODES"));
        connection.dispatch(call);
        return call.copy()
                .orTimeout(server.commandTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((text, failure) -> close(connection));
    }

    private static void close(StatefulRedisConnection<String, byte[]> connection) {
        CompletableFuture<Void> unused = connection.closeAsync(); // nobody waits for it
    }

    /** Takes over what one server knows, unless that is nothing. */
    private boolean learn(String text, Node from) {
        try {
            var found = ClusterPartitionParser.parse(text).getPartitions().stream()
                    .filter(node -> node.getRole() == Role.UPSTREAM && !node.hasNoSlots() && isUsable(node))
                    .toList();
            found.forEach(node -> node.forEachSlot(slot -> slots.set(slot, of(node, from))));
            masters.clear();
            found.forEach(node -> masters.add(of(node, from)));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "the servers of the cluster cannot be read", e);
            return false;
        }
        if (!masters.isEmpty()) {
            changed.accept(Set.copyOf(masters));
        }
        return !masters.isEmpty();
    }

    private static boolean isUsable(RedisClusterNode node) {
        return !node.is(RedisClusterNode.NodeFlag.FAIL) && !node.is(RedisClusterNode.NodeFlag.NOADDR);
    }

    /** One that knows no name for itself is the one that has been asked. */
    private static Node of(RedisClusterNode node, Node from) {
        var uri = node.getUri();
        var host = uri.getHost();
        return new Node(host == null || host.isEmpty() ? from.host() : host, uri.getPort());
    }
}
