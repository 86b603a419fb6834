package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Trim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisSentinelTest {
    /** A sentinel that was held up itself decides nothing for half a minute. */
    private static final Duration FAILOVER = Duration.ofSeconds(90);

    private static final String STREAM = "orders";

    @TempDir
    private Path directory;

    @BeforeAll
    static void isInstalled() {
        RedisProcess.assumeInstalled();
    }

    private static String append(RedisBroker broker, int replicas) throws Exception {
        var fields = Map.of("payload", "m".getBytes(UTF_8));
        return broker.append(new Append(STREAM, fields, Trim.NONE, replicas, Optional.empty()))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void theMasterThatSentinelsNameIsUsedAndItsSuccessorAfterAFailover() throws Exception {
        try (var master = RedisProcess.start(directory);
                var replica = RedisProcess.start(directory, "--replicaof", "127.0.0.1", "" + master.port());
                var sentinel = RedisProcess.sentinel(directory, master.port());
                var broker = new RedisBroker(
                        RedisBrokerTest.settings("redis-sentinel://127.0.0.1:%d#shop".formatted(sentinel.port())));
                var member = broker.join(List.of(STREAM), "g", "me", false);
                var onReplica = replica.client()) {
            await().atMost(FAILOVER).ignoreExceptions().until(() -> append(broker, 1) != null);
            await().atMost(FAILOVER)
                    .until(() -> onReplica.commands().info("replication").contains("master_link_status:up"));
            await().atMost(FAILOVER).until(() -> knowsReplica(sentinel));

            master.close();

            await().atMost(FAILOVER).ignoreExceptions().until(() -> append(broker, 0) != null);
            assertThat(onReplica.commands().role().getFirst()).isEqualTo("master");
            await().atMost(FAILOVER)
                    .ignoreExceptions()
                    .until(() -> !member.read(10, 1000, Duration.ofSeconds(1))
                                    .toCompletableFuture()
                                    .get(20, TimeUnit.SECONDS)
                                    .entries()
                                    .isEmpty()
                            || !member.owned(STREAM, "", 10)
                                    .toCompletableFuture()
                                    .get(20, TimeUnit.SECONDS)
                                    .isEmpty()); // an answer may have been late
        }
    }

    private static boolean knowsReplica(RedisProcess sentinel) {
        try (var client = sentinel.client()) {
            return client.commands().info("sentinel").contains("slaves=1");
        }
    }
}
