package io.hopeit.streams;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.redis.RedisClientForTests;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class RedisDeliveryTest extends DeliveryContract {
    private static EmbeddedRedis redis;
    private static RedisClientForTests client;

    @BeforeAll
    static void startAll() {
        redis = EmbeddedRedis.start();
        client = new RedisClientForTests(redis.uri());
    }

    @AfterAll
    static void stopAll() {
        client.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        client.commands().flushall();
    }

    @Override
    protected Map<String, String> config() {
        return Map.of(
                "hopeit.streams.broker",
                "redis",
                "hopeit.redis.uri",
                redis.uri(),
                "hopeit.redis.command-timeout",
                "PT20S");
    }
}
