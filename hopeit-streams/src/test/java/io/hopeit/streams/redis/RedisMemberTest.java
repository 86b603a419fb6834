package io.hopeit.streams.redis;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.GroupMemberContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** With the server of this machine, or the bundled one. */
class RedisMemberTest extends GroupMemberContract {
    private static EmbeddedRedis redis;
    private static RedisBroker broker;

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.start();
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
}
