package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.BlockingReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Apart from tests that have a broker of their own all the time, whose threads begin when they like. */
class RedisCloseTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void noThreadIsLeftAfterClose() {
        var before = lettuceThreads();
        try (var redis = EmbeddedRedis.start();
                var broker = new RedisBroker(RedisBrokerTest.settings(redis.uri()));
                var reader = BlockingReader.of(broker, List.of("left"), "g", "me")) {
            await().atMost(SOON).until(broker::isReachable);
            assertThat(reader.ack("left", List.of("1-1"))).succeedsWithin(SOON);
            assertThat(lettuceThreads()).anyMatch(thread -> !before.contains(thread));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(lettuceThreads()).isSubsetOf(before));
    }

    private static List<Thread> lettuceThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lettuce-"))
                .toList();
    }
}
