package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Trim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Appends that are confirmed when replicas have them. */
class RedisReplicasTest {
    private static final int MANY = 5_000;
    private static final Pattern WAITS = Pattern.compile("cmdstat_wait:calls=(\\d+)");

    @TempDir
    private Path directory;

    @BeforeAll
    static void isInstalled() {
        RedisProcess.assumeInstalled();
    }

    @Test
    void manyAppendsWaitForReplicasTogether() throws Exception {
        try (var master = RedisProcess.start(directory);
                var replica = RedisProcess.start(directory, "--replicaof", "127.0.0.1", "" + master.port());
                var broker = new RedisBroker(RedisBrokerTest.settings("redis://127.0.0.1:" + master.port()));
                var onMaster = master.client();
                var onReplica = replica.client()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> onReplica.commands().info("replication").contains("master_link_status:up"));
            var fields = Map.of("payload", "m".getBytes(UTF_8));
            var confirmed = new ArrayList<CompletableFuture<String>>();
            for (int i = 0; i < MANY; i++) {
                confirmed.add(broker.append(new Append("orders", fields, Trim.NONE, 1, Optional.empty()))
                        .toCompletableFuture());
            }
            CompletableFuture.allOf(confirmed.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

            assertThat(onReplica.commands().xlen("orders")).isEqualTo(MANY);
            assertThat(waits(onMaster.commands().info("commandstats"))).isBetween(1, MANY / 10);
        }
    }

    private static int waits(String statistics) {
        var found = WAITS.matcher(statistics);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
