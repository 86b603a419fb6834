package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.Trim;
import io.lettuce.core.cluster.SlotHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisClusterFailoverTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String KEY = "failing";

    @TempDir
    private Path directory;

    @BeforeAll
    static void isInstalled() {
        RedisProcess.assumeInstalled();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static boolean append(RedisBroker broker, int replicas) throws Exception {
        var fields = Map.of("a", new byte[1]);
        return !get(broker.append(new Append(KEY, fields, Trim.NONE, replicas, Optional.empty())))
                .isEmpty();
    }

    private static boolean hasRead(GroupMember member) throws Exception {
        return !get(member.read(10, 1000, Duration.ofMillis(500))).entries().isEmpty()
                || !get(member.owned(KEY, "", 10)).isEmpty(); // an answer may have been late
    }

    @Test
    void aMasterThatDiesIsReplacedByItsReplica() throws Exception {
        try (var cluster = RedisClusterForTests.start(directory, Duration.ofSeconds(1))) {
            var master = cluster.owner(SlotHash.getSlot(KEY));
            try (var replica = cluster.addReplica(master);
                    var broker = new RedisBroker(RedisClusterTest.settings(cluster));
                    var me = broker.join(List.of(KEY), "g", "me", false);
                    var there = replica.client()) {
                await().atMost(SOON).ignoreExceptions().until(() -> append(broker, 1));
                await().atMost(SOON).ignoreExceptions().until(() -> hasRead(me));

                master.close();

                await().atMost(SOON).ignoreExceptions().until(() -> append(broker, 0));
                await().atMost(SOON).ignoreExceptions().until(() -> hasRead(me));
                assertThat(there.commands().role().getFirst()).isEqualTo("master");
            }
        }
    }
}
