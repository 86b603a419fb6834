package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static io.hopeit.sample.SampleServer.COMMAND_TIMEOUT;
import static io.hopeit.sample.SampleServer.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.lettuce.core.RedisClient;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the sample when its Redis is away, or when it is stopped itself. */
class SampleOutageIT {
    private static final String BODY = "{\"id\":\"outage\",\"user\":{\"id\":\"u1\",\"name\":\"n\"}}";

    @BeforeEach
    void needsARedisOfItsOwn() {
        assumeFalse(SampleServer.isElsewhere(), "stops Redis, so it is not for a sample that runs elsewhere");
    }

    private static HttpResponse<String> submit(SampleServer server) throws Exception {
        return server.post(API + "streams/something-event", BODY);
    }

    @Test
    void whileRedisIsDownPublishingIsA503AndTheRestGoesOn() throws Exception {
        var redis = EmbeddedRedis.start();
        try (var server = SampleServer.start(redis.uri())) {
            assertThat(submit(server).statusCode()).isEqualTo(200);
            redis.close();

            await().atMost(SOON).until(() -> server.get("/health/ready").statusCode() == 503);
            long before = System.nanoTime();
            var refused = submit(server);
            var took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("\"status\":503").doesNotContain("127.0.0.1", "Exception");
            assertThat(took).isLessThan(COMMAND_TIMEOUT.dividedBy(2));
            assertThat(server.get(API + "list-somethings-unsecured").statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

            try (var again = EmbeddedRedis.start(redis.port())) {
                await().atMost(SOON).until(() -> submit(server).statusCode() == 200);
                await().atMost(SOON).until(() -> server.get(API + "list-somethings-unsecured?wildcard=outage")
                        .body()
                        .contains("\"id\":\"outage\""));
                // each connection comes back for itself, so what goes over one is no word of the others
                await().atMost(SOON).until(() -> server.get("/health/ready").statusCode() == 200);
                assertThat(again.port()).isEqualTo(redis.port());
            }
        } finally {
            redis.close();
        }
    }

    @Test
    void theSampleStartsWhileRedisIsDownAndIsReadyWhenItComes() throws Exception {
        var redis = EmbeddedRedis.start();
        redis.close();
        try (var server = SampleServer.start(redis.uri())) {
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
            try (var late = EmbeddedRedis.start(redis.port())) {
                await().atMost(SOON).until(() -> server.get("/health/ready").statusCode() == 200);
                await().atMost(SOON).until(() -> submit(server).statusCode() == 200);
                assertThat(late.port()).isEqualTo(redis.port());
            }
        }
    }

    @Test
    void withoutAnAddressItHasARedisOfItsOwnAndBothStopTogether() throws Exception {
        try (var server = SampleServer.start("")) {
            assertThat(submit(server).statusCode()).isEqualTo(200);
            var children = server.children();
            assertThat(children).isNotEmpty();

            assertThat(server.stop(Duration.ofSeconds(60))).isIn(0, 143);

            await().atMost(SOON).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    /** Open Liberty stays without its port, and says so. */
    @Test
    void aPortThatIsTakenIsNotSaidToBeReady() throws Exception {
        assumeTrue(ServerKind.current() == ServerKind.HELIDON);
        try (var redis = EmbeddedRedis.start();
                var other = new ServerSocket(0)) {
            var environment = Map.of("SERVER_PORT", "" + other.getLocalPort());

            assertThatThrownBy(() -> SampleServer.start(ServerKind.HELIDON, redis.uri(), environment))
                    .hasMessageContaining("the sample ended")
                    .hasMessageContaining("Failed to start listener")
                    .message()
                    .doesNotContain("Ready at");
        }
    }

    /** The rest of its body comes when nobody else is listened to any more. */
    @Test
    void aRequestThatHasBegunIsAnsweredBeforeTheSampleEnds() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var server = SampleServer.start(redis.uri());
                var request = HalfRequest.begin(server, API + "streams/something-event", BODY)) {
            var stop = CompletableFuture.supplyAsync(() -> server.stopped(SOON));
            await().atMost(SOON).until(() -> !server.listens());

            assertThat(request.end()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(stop.get(60, TimeUnit.SECONDS)).isIn(0, 143);
            assertThat(published(redis)).isOne();
        }
    }

    private static long published(EmbeddedRedis redis) {
        var client = RedisClient.create(redis.uri());
        try (var connection = client.connect()) {
            return connection.sync().xlen("simple_example.1x0.streams.something_event.high-prio");
        } finally {
            client.shutdown();
        }
    }
}
