package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What {@code java -jar} starts: a jar, and {@code libs} beside it. */
@DisabledIf("io.hopeit.sample.SampleServer#isElsewhere")
class DistributionIT {
    @Test
    void theJarServesTheSampleAndEndsInOrder() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var server = SampleServer.start(ServerKind.DISTRIBUTION, redis.uri(), Map.of())) {
            assertThat(server.get(API + "list-somethings").statusCode()).isEqualTo(200);
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

            assertThat(server.stop(Duration.ofSeconds(20))).isEqualTo(143);
        }
    }

    @Test
    void connectionsToRedisAreThoseOfLinux() {
        assertThat(ServerKind.TARGET.resolve("distribution/libs"))
                .isDirectoryContaining("glob:**/netty-transport-native-epoll-*-linux-x86_64.jar");
    }
}
