package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.config.RedisSettings;
import io.hopeit.config.RedisSettings.Credentials;
import io.hopeit.config.RedisSettings.Topology;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.GroupMemberContract;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three masters that share the slots. */
class RedisClusterTest extends GroupMemberContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** None of them is to be taken for dead because the machine is busy. */
    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(30);

    private static final long PLENTY = 1 << 20;

    @TempDir
    private static Path directory;

    private static RedisClusterForTests cluster;
    private static RedisBroker broker;

    @BeforeAll
    static void start() throws IOException {
        RedisProcess.assumeInstalled();
        cluster = RedisClusterForTests.start(directory, NODE_TIMEOUT);
        broker = new RedisBroker(settings(cluster));
    }

    static RedisSettings settings(RedisClusterForTests cluster) {
        return new RedisSettings(
                URI.create(cluster.masters().getFirst().uri()),
                Topology.CLUSTER,
                Credentials.NONE,
                RedisBrokerTest.TIMEOUT,
                Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            broker.close();
            cluster.close();
        }
    }

    @Override
    protected Broker broker() {
        return broker;
    }

    @Test
    void streamsOfAllServersAreWrittenAndReadInGroupsOfASlot() throws Exception {
        var keys = IntStream.range(0, 12).mapToObj(i -> "spread." + i).toList();
        var groups = broker.readable(keys);
        assertThat(groups).hasSizeGreaterThan(6);
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(keys);
        for (String key : keys) {
            get(broker.append(Append.of(key, Map.of("payload", key.getBytes(UTF_8)))));
        }
        var read = new ArrayList<String>();
        for (List<String> together : groups) {
            try (var member = broker.join(together, "g", "me", false)) {
                get(member.read(10, PLENTY, Duration.ofSeconds(2))).entries().stream()
                        .map(Entry::key)
                        .forEach(read::add);
            }
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(broker.readable(List.of("{a}.one", "{a}.two"))).containsExactly(List.of("{a}.one", "{a}.two"));
    }

    /** Gives a slot without keys, or with keys that are moved with it, to another server. */
    private static void move(int slot, RedisProcess from, RedisProcess to, String key) {
        try (var source = from.client();
                var target = to.client()) {
            var sourceId = source.commands().clusterMyId();
            var targetId = target.commands().clusterMyId();
            target.commands().clusterSetSlotImporting(slot, sourceId);
            source.commands().clusterSetSlotMigrating(slot, targetId);
            source.commands().migrate("127.0.0.1", to.port(), key, 0, 10_000);
            target.commands().clusterSetSlotNode(slot, targetId);
            source.commands().clusterSetSlotNode(slot, targetId);
        }
    }

    private static List<String> read(GroupMember member) throws Exception {
        return get(member.read(10, PLENTY, Duration.ofMillis(500))).entries().stream()
                .map(Entry::id)
                .toList();
    }

    @Test
    void aStreamThatIsMovedToAnotherServerIsFollowed() throws Exception {
        var key = "moving";
        int slot = SlotHash.getSlot(key);
        var from = cluster.owner(slot);
        var to = cluster.other(from);
        var before = get(broker.append(Append.of(key, Map.of("a", new byte[1]))));
        try (var me = broker.join(List.of(key), "g", "me", false)) {
            assertThat(read(me)).containsExactly(before);

            move(slot, from, to, key);

            var after = get(broker.append(Append.of(key, Map.of("a", new byte[1]))));
            assertThat(get(me.ack(key, List.of(before)))).isEqualTo(1);
            await().atMost(SOON).ignoreExceptions().until(() -> read(me).equals(List.of(after)));
            move(slot, to, from, key);
        }
    }

    @Test
    void aStreamThatIsBeingMovedIsAskedForWhereItIs() throws Exception {
        var key = "asking";
        int slot = SlotHash.getSlot(key);
        var from = cluster.owner(slot);
        var to = cluster.other(from);
        get(broker.append(Append.of(key, Map.of("a", new byte[1]))));
        try (var source = from.client();
                var target = to.client()) {
            target.commands().clusterSetSlotImporting(slot, source.commands().clusterMyId());
            source.commands().clusterSetSlotMigrating(slot, target.commands().clusterMyId());
            source.commands().migrate("127.0.0.1", to.port(), key, 0, 10_000);

            get(broker.append(Append.of(key, Map.of("a", new byte[1]))));

            try (var me = broker.join(List.of(key), "g", "me", false)) {
                assertThat(get(me.take(key, List.of("1-1"), false)).entries()).isEmpty();
            }
            target.commands().clusterSetSlotNode(slot, target.commands().clusterMyId());
            source.commands().clusterSetSlotNode(slot, target.commands().clusterMyId());
        }
    }
}
