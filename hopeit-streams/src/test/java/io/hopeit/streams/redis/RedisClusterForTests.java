package io.hopeit.streams.redis;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Three masters, each with a third of the slots. */
record RedisClusterForTests(Path directory, Duration nodeTimeout, List<RedisProcess> masters) implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** One whose members take each other for dead after {@code nodeTimeout} without a word. */
    static RedisClusterForTests start(Path directory, Duration nodeTimeout) throws IOException {
        var cluster = new RedisClusterForTests(directory, nodeTimeout, new ArrayList<>());
        for (int i = 0; i < 3; i++) {
            cluster.masters.add(cluster.startMember());
        }
        for (int i = 0; i < 3; i++) {
            try (var client = cluster.masters.get(i).client()) {
                int first = (i * SlotHash.SLOT_COUNT + 2) / 3;
                int end = ((i + 1) * SlotHash.SLOT_COUNT + 2) / 3;
                client.commands().clusterAddSlots(IntStream.range(first, end).toArray());
                meet(client, cluster.masters.getFirst());
            }
        }
        cluster.awaitOk(3);
        return cluster;
    }

    private RedisProcess startMember() throws IOException {
        return RedisProcess.start(
                directory,
                "--cluster-enabled",
                "yes",
                "--cluster-node-timeout",
                Long.toString(nodeTimeout.toMillis()),
                "--cluster-port",
                Integer.toString(RedisProcess.freePort()));
    }

    private static void meet(RedisClientForTests client, RedisProcess other) {
        try (var there = other.client()) {
            var bus = there.commands().configGet("cluster-port").get("cluster-port");
            var args = new CommandArgs<>(StringCodec.UTF8)
                    .add("MEET")
                    .add("127.0.0.1")
                    .add(other.port())
                    .add(bus);
            client.commands().dispatch(CommandType.CLUSTER, new StatusOutput<>(StringCodec.UTF8), args);
        }
    }

    private void awaitOk(int nodes) {
        masters.forEach(master -> await().atMost(SOON).until(() -> isOk(master, nodes)));
    }

    private static boolean isOk(RedisProcess master, int nodes) {
        try (var client = master.client()) {
            var info = client.commands().clusterInfo();
            return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + nodes);
        }
    }

    /** One that stands by for this master. */
    RedisProcess addReplica(RedisProcess master) throws IOException {
        var replica = startMember();
        try (var client = replica.client();
                var there = master.client()) {
            meet(client, master);
            awaitOk(4);
            client.commands().clusterReplicate(there.commands().clusterMyId());
        }
        return replica;
    }

    RedisProcess owner(int slot) {
        return masters.get(slot * 3 / SlotHash.SLOT_COUNT);
    }

    RedisProcess other(RedisProcess than) {
        return masters.stream()
                .filter(master -> !master.equals(than))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        masters.forEach(RedisProcess::close);
    }
}
