package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One instance on Helidon and one on Open Liberty share the messages of a group, and each is killed in turn. */
@OnLiberty
class SharedGroupIT {
    private static final String GROUP = "simple_example.1x0.streams.process_events";
    private static final String QUEUE = "simple_example.1x0.streams.something_event.high-prio";
    private static final String BODY = "{\"id\":\"%s\",\"user\":{\"id\":\"u1\",\"name\":\"n\"}}";

    /** What has been answered with 200, and so must not be lost. */
    private final Set<String> confirmed = new ConcurrentSkipListSet<>();

    private final Path store = ServerKind.TARGET.resolve("shared-" + System.nanoTime());
    private int sent;

    private SampleServer start(ServerKind kind, EmbeddedRedis redis) throws IOException {
        var shared =
                Map.of("SIMPLE_EXAMPLE_STORAGE_PATH", store.toString(), "HOPEIT_STREAM_DEFAULTS_CLAIM_IDLE", "PT2S");
        return SampleServer.start(kind, redis.uri(), shared);
    }

    private void submit(SampleServer server, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var id = "shared-" + sent++;
            if (server.post(API + "streams/something-event", BODY.formatted(id)).statusCode() == 200) {
                confirmed.add(id);
            }
        }
    }

    /** By the names of the files. */
    private Set<String> processed() throws IOException {
        try (var files = Files.walk(store)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> name.startsWith("shared-") && Character.isDigit(name.charAt(7)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static long pending(EmbeddedRedis redis) {
        var client = RedisClient.create(redis.uri());
        try (var connection = client.connect()) {
            return connection.sync().xpending(QUEUE, GROUP).getCount();
        } finally {
            client.shutdown();
        }
    }

    @Test
    void nothingThatWasConfirmedIsLostWhenEitherIsKilled() throws Exception {
        Files.createDirectories(store);
        try (var redis = EmbeddedRedis.start();
                var helidon = start(ServerKind.HELIDON, redis);
                var liberty = start(ServerKind.LIBERTY, redis)) {
            submit(helidon, 100);
            submit(liberty, 200);
            liberty.kill();
            submit(helidon, 100);
            await().atMost(Duration.ofSeconds(30)).until(() -> processed().containsAll(confirmed));
            try (var again = start(ServerKind.LIBERTY, redis)) {
                submit(helidon, 200);
                helidon.kill();
                submit(again, 100);

                await().atMost(Duration.ofSeconds(30)).until(() -> processed().containsAll(confirmed));
                await().atMost(Duration.ofSeconds(15)).until(() -> pending(redis) == 0);
                assertThat(confirmed).hasSize(700);
            }
        }
    }
}
