package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.GroupMemberContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the oldest server that is supported: what scripts see there is different. */
class BundledRedisMemberTest extends GroupMemberContract {
    private static EmbeddedRedis redis;
    private static RedisBroker broker;

    @BeforeAll
    static void start() {
        System.setProperty(EmbeddedRedis.BINARY_PROPERTY, "bundled");
        try {
            redis = EmbeddedRedis.start();
        } finally {
            System.clearProperty(EmbeddedRedis.BINARY_PROPERTY);
        }
        broker = new RedisBroker(RedisBrokerTest.settings(redis.uri()));
    }

    @AfterAll
    static void stop() {
        broker.close();
        redis.close();
    }

    @Override
    protected Broker broker() {
        return broker;
    }

    @Test
    void isTheBundledOne() {
        assertThat(redis.description()).contains("6.2");
    }
}
