package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A broker that reaches its server through a proxy that can lose things. */
abstract class BehindProxy {
    static final Duration RECOVERS_WITHIN = Duration.ofSeconds(20);
    static final long PLENTY = 1 << 20;

    EmbeddedRedis redis;
    RedisClientForTests client;
    FaultProxy proxy;
    RedisBroker broker;

    @BeforeEach
    void start() throws Exception {
        redis = EmbeddedRedis.start();
        client = new RedisClientForTests(redis.uri());
        proxy = FaultProxy.start(redis.port());
        broker = new RedisBroker(RedisBrokerTest.settings("redis://127.0.0.1:" + proxy.port()));
        get(append("warm-up"));
        client.commands().del("orders");
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        proxy.close();
        client.close();
        redis.close();
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    static BrokerException failure(CompletionStage<?> stage) {
        var failure = catchThrowableOfType(ExecutionException.class, () -> get(stage));
        assertThat(failure).isNotNull().hasCauseInstanceOf(BrokerException.class);
        return (BrokerException) failure.getCause();
    }

    CompletionStage<String> append(String text) {
        return broker.append(Append.of("orders", Map.of("payload", text.getBytes(UTF_8))));
    }

    GroupMember join() {
        return broker.join(List.of("orders"), "g", "me", false);
    }

    static List<String> ids(Batch batch) {
        return batch.entries().stream().map(Entry::id).toList();
    }

    void awaitAppend(String text) {
        await().atMost(RECOVERS_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> get(append(text)) != null);
    }
}
