package io.hopeit.benchmarks;

import java.time.Duration;
import java.util.Map;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.stream.StreamMessageListenerContainer;
import org.springframework.data.redis.stream.StreamMessageListenerContainer.StreamMessageListenerContainerOptions;

/** Spring's container while messages arrive at a fixed rate; each is acknowledged by its listener. */
final class SpringLatency implements Contender {
    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;

    SpringLatency(Task task) {
        this.connections = SpringConsumer.connections(task);
        this.redis = new StringRedisTemplate(connections);
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        LatencyContenders.group(task);
        var polls = SpringConsumer.polls();
        var options = StreamMessageListenerContainerOptions.builder()
                .pollTimeout(Duration.ofMillis(200))
                .executor(polls)
                .batchSize(task.number("batch"))
                .build();
        var container = StreamMessageListenerContainer.create(connections, options);
        var subscription = container.receive(
                Consumer.from(task.group(), "spring"),
                StreamOffset.create(task.key(), ReadOffset.lastConsumed()),
                message -> take(task, message));
        container.start();
        try {
            return LatencyContenders.during(task);
        } finally {
            subscription.cancel();
            container.stop();
            polls.close();
        }
    }

    private void take(Task task, MapRecord<String, String, String> message) {
        Latencies.done(Stamped.sent(Order.time(Words.value(message.getValue(), "payload"))));
        redis.opsForStream().acknowledge(task.key(), task.group(), message.getId());
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
