package io.hopeit.streams;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.redis.RedisClientForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class RedisStreamsTest extends StreamsContract {
    private static EmbeddedRedis redis;
    private static RedisClientForTests client;

    @BeforeAll
    static void start() {
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
        return Map.of("hopeit.redis.uri", redis.uri(), "hopeit.redis.command-timeout", "PT20S");
    }

    @Override
    protected List<String> pending(String key, String group) {
        return client.pending(key, group);
    }
}
