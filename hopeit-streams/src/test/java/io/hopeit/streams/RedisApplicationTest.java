package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hopeit.StreamUnavailableException;
import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.SharedFacts;
import io.hopeit.streams.Shop.Counter;
import io.hopeit.streams.Shop.Diary;
import io.hopeit.streams.redis.RedisClientForTests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.junit.jupiter.api.Test;

/** What an application sees of Redis itself: that it goes, comes back and refuses. */
class RedisApplicationTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(1);

    /** With a command timeout that nobody can have waited for. */
    private static Deployed deploy(String uri, Class<?>... events) {
        var beans = new java.util.ArrayList<Class<?>>(List.of(Counter.class, Diary.class));
        beans.addAll(List.of(events));
        var config = Map.of("hopeit.redis.uri", uri, "hopeit.redis.command-timeout", COMMAND_TIMEOUT.toString());
        return Deployed.with(config, beans.toArray(Class[]::new));
    }

    private static HealthCheck health(Deployed app) {
        return app.get(HealthCheck.class, Readiness.Literal.INSTANCE);
    }

    @Test
    void deploysWhileRedisIsDownAndWorksWhenItIsUp() throws Exception {
        var redis = EmbeddedRedis.start();
        redis.close();
        try (var app = deploy(redis.uri(), Shop.TakeOrder.class)) {
            await().atMost(SOON).until(() -> health(app).call().getStatus() == Status.DOWN);
            assertPublishFails(app);

            try (var up = EmbeddedRedis.start(redis.port())) {
                await().atMost(SOON).until(() -> health(app).call().getStatus() == Status.UP);
                app.get(Counter.class).order("o1");
                assertThat(app.get(Diary.class).next()).isEqualTo("o1");
                assertThat(up.port()).isEqualTo(redis.port());
            }
            assertPublishFails(app);
        }
    }

    @Test
    void consumesAgainAfterARestart() throws Exception {
        var redis = EmbeddedRedis.start();
        try (var app = deploy(redis.uri(), Shop.TakeOrder.class)) {
            app.get(Counter.class).order("before");
            assertThat(app.get(Diary.class).next()).isEqualTo("before");

            redis.close();
            redis = EmbeddedRedis.start(redis.port());

            try (var client = new RedisClientForTests(redis.uri())) {
                await().atMost(SOON).ignoreExceptions().until(() -> {
                    app.get(Counter.class).order("after");
                    return true;
                });
                assertThat(app.get(Diary.class).next()).isEqualTo("after");
                await().atMost(SOON).until(() -> client.pending("shop.1x0.orders", "shop.1x0.take_order")
                        .isEmpty());
            }
        } finally {
            redis.close();
        }
    }

    @Test
    @SuppressWarnings("unchecked") // they become JSON
    void theGroupStandsAsRedisSays() {
        try (var redis = EmbeddedRedis.start();
                var app = deploy(redis.uri(), Shop.TakeOrder.class)) {
            app.get(Counter.class).order("o1");
            var loop = app.get(Consumers.class).loops().getFirst();

            await().atMost(SOON).untilAsserted(() -> {
                var streams = (Map<String, Map<String, Object>>) loop.details().get("streams");
                assertThat(streams).containsOnlyKeys("shop.1x0.orders", "shop.1x0.orders.urgent");
                assertThat(streams.get("shop.1x0.orders"))
                        .containsEntry("length", 1L)
                        .containsEntry("lag", 0L)
                        .containsEntry("pending", 0L)
                        .containsEntry("consumers", 1L);
            });
            var started = app.get(HealthCheck.class, Startup.Literal.INSTANCE).call();
            assertThat(started.getStatus()).isEqualTo(Status.UP);
        }
    }

    private static void assertPublishFails(Deployed app) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> app.get(Counter.class).order("o"))
                .isInstanceOf(StreamUnavailableException.class)
                .hasMessageStartingWith(
                        "cannot publish to shop.1x0.orders: cannot append to shop.1x0.orders at redis://127.0.0.1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(COMMAND_TIMEOUT.dividedBy(2));
    }

    @Test
    void healthTellsNobodyWhereTheBrokerIs() {
        try (var redis = EmbeddedRedis.start();
                var app = deploy(redis.uri().replace("//", "//default:s3cret@"), Shop.TakeOrder.class)) {
            var response = health(app).call();
            assertThat(response.getName()).isEqualTo("hopeit-streams");
            assertThat(response.getData()).isEmpty();
        }
    }

    @Test
    void nothingConnectsWhereNoStreamIsUsed() {
        var before = Thread.getAllStackTraces().keySet(); // some of other tests may not have ended yet
        try (var app = Deployed.with(Map.of("hopeit.redis.uri", "redis://127.0.0.1:1"), Diary.class)) {
            assertThat(health(app).call().getStatus()).isEqualTo(Status.UP);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("lettuce-") && !before.contains(thread));
        }
    }

    @Test
    void anInterruptedPublishFailsAndLeavesTheThreadInterrupted() {
        try (var redis = EmbeddedRedis.start();
                var app = deploy(redis.uri())) {
            app.get(Counter.class).order("o1");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> app.get(Counter.class).order("o2"))
                    .isInstanceOf(StreamUnavailableException.class)
                    .hasMessage("interrupted before publishing to orders")
                    .extracting(e -> ((StreamUnavailableException) e).outcome())
                    .isEqualTo(StreamUnavailableException.Outcome.FAILED);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void isNotAcknowledgedWhenItsResultCannotBePublished() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var client = new RedisClientForTests(redis.uri());
                var app = deploy(redis.uri(), Shop.Ship.class)) {
            client.commands().set("shop.1x0.shipments", "no stream");

            app.get(Counter.class).order("o1");

            assertThat(app.get(Diary.class).nextOutcome()).isEqualTo(Outcome.FAILED);
            assertThat(client.pending("shop.1x0.orders", "shop.1x0.ship")).hasSize(1);
        }
    }

    @Test
    void messagesAreInTheFormatOfHopeit() {
        try (var redis = EmbeddedRedis.start();
                var client = new RedisClientForTests(redis.uri());
                var app = deploy(redis.uri())) {
            app.get(Counter.class).order("o1");

            assertThat(client.entries("shop.1x0.orders")).singleElement().satisfies(fields -> {
                assertThat(fields.keySet())
                        .containsExactly(
                                "id",
                                "type",
                                "submit_ts",
                                "event_ts",
                                "track.operation_id",
                                "track.request_id",
                                "track.request_ts",
                                "event.app",
                                "auth_info",
                                "ser",
                                "comp",
                                "payload",
                                "queue");
                assertThat(fields)
                        .containsEntry("id", "o1")
                        .containsEntry("type", "shop.Order")
                        .containsEntry("event.app", "shop.1x0")
                        .containsEntry("ser", "json+base64")
                        .containsEntry("comp", "lz4")
                        .containsEntry("queue", "AUTO");
            });
        }
    }

    @Test
    void factsAreSharedUnderTheApplicationsKey() {
        try (var redis = EmbeddedRedis.start();
                var client = new RedisClientForTests(redis.uri());
                var app = deploy(redis.uri())) {
            app.get(SharedFacts.class).remember("revoked.t1", Duration.ofMinutes(1));

            assertThat(client.commands().keys("*")).containsExactly("shop.1x0.revoked.t1");
        }
    }

    @Test
    void whoPublishesMoreThanIsTakenAtOnceWaitsForIt() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var client = new RedisClientForTests(redis.uri());
                var app = deploy(redis.uri())) {
            app.get(Counter.class).order("before");
            client.commands().clientPause(1_000);
            app.get(Counter.class).orderMany(20_000);
            assertThat(client.commands().xlen("shop.1x0.orders")).isEqualTo(20_001);
        }
    }
}
