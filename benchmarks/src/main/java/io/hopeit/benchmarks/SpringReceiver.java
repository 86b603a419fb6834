package io.hopeit.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.stream.StreamReceiver;
import org.springframework.data.redis.stream.StreamReceiver.StreamReceiverOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring Data Redis: its reactive receiver, with acknowledgements put together by hand. */
final class SpringReceiver implements Contender {
    private final LettuceConnectionFactory connections;
    private final ReactiveStringRedisTemplate redis;

    SpringReceiver(Task task) {
        this.connections = SpringConsumer.connections(task);
        this.redis = new ReactiveStringRedisTemplate(connections);
    }

    @Override
    public void prepare(Task task) {
        Tally.DONE.reset();
    }

    @Override
    public Map<String, Double> run(Task task) {
        var subscription = received(task)
                .take(task.count())
                .doOnNext(message -> SpringConsumer.decode(message.getValue()))
                .buffer(Math.max(1, task.number("batch")))
                .concatMap(messages -> acked(task, messages))
                .subscribe(Tally.DONE::add);
        try {
            Tally.await(Tally.DONE, task.count());
            return Map.of("end", (double) System.nanoTime());
        } finally {
            subscription.dispose();
        }
    }

    private Flux<MapRecord<String, String, String>> received(Task task) {
        var options = StreamReceiverOptions.builder().pollTimeout(Duration.ofMillis(100));
        if (task.number("batch") > 0) {
            options.batchSize(task.number("batch"));
        }
        return StreamReceiver.create(connections, options.build())
                .receive(
                        Consumer.from(task.group(), "spring"),
                        StreamOffset.create(task.key(), ReadOffset.lastConsumed()));
    }

    private Mono<Long> acked(Task task, List<MapRecord<String, String, String>> messages) {
        var ids = messages.stream().map(MapRecord::getId).toArray(RecordId[]::new);
        return redis.opsForStream().acknowledge(task.key(), task.group(), ids);
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
