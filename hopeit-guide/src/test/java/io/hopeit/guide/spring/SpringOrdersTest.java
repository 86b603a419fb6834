package io.hopeit.guide.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class SpringOrdersTest {
    @Test
    void whatTheGuideSaysThatSomebodyHasHadWorks() {
        try (var redis = EmbeddedRedis.start()) {
            var connections = new LettuceConnectionFactory("127.0.0.1", redis.port());
            connections.afterPropertiesSet();
            connections.start();
            try (var orders = new SpringOrders(connections)) {
                orders.place("o1", 2);
                await().untilAsserted(() -> assertThat(orders.delivered()).containsExactly("o1"));
            } finally {
                connections.destroy();
            }
        }
    }
}
