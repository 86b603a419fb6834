package io.hopeit.guide.spring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.stream.StreamMessageListenerContainer;
import org.springframework.data.redis.stream.StreamMessageListenerContainer.StreamMessageListenerContainerOptions;

/** An order goes into a stream, and comes out of it. */
final class SpringOrders implements AutoCloseable {
    private final StringRedisTemplate redis;
    private final StreamMessageListenerContainer<String, MapRecord<String, String, String>> container;
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    SpringOrders(RedisConnectionFactory connections) {
        redis = new StringRedisTemplate(connections);
        redis.opsForStream().createGroup("orders", ReadOffset.from("0"), "delivery");
        container = StreamMessageListenerContainer.create(
                connections,
                StreamMessageListenerContainerOptions.builder()
                        .pollTimeout(Duration.ofMillis(100))
                        .build());
        container.receive(
                Consumer.from("delivery", "instance-1"),
                StreamOffset.create("orders", ReadOffset.lastConsumed()),
                this::deliver);
        container.start();
    }

    void place(String id, int pieces) {
        redis.opsForStream().add("orders", Map.of("id", id, "pieces", String.valueOf(pieces)));
    }

    private void deliver(MapRecord<String, String, String> message) {
        delivered.add(message.getValue().get("id"));
        redis.opsForStream().acknowledge("delivery", message);
    }

    List<String> delivered() {
        return List.copyOf(delivered);
    }

    @Override
    public void close() {
        container.stop();
    }
}
