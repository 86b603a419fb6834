package io.hopeit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.hopeit.WriteStream;
import io.hopeit.streams.Publisher;
import io.hopeit.streams.redis.RedisBroker;
import io.hopeit.streams.spi.Append;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Many virtual threads that publish one message after another, each when the last one is confirmed. */
final class Publishers {
    private Publishers() {}

    private static Map<String, Double> each(Task task, Runnable publish) throws InterruptedException {
        int threads = task.number("threads");
        var ended = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            int share = task.count() / threads + (i < task.count() % threads ? 1 : 0);
            Thread.ofVirtual().start(() -> {
                for (int done = 0; done < share; done++) {
                    publish.run();
                }
                ended.countDown();
            });
        }
        ended.await();
        return Map.of();
    }

    /** Ours without an application: bytes. */
    static final class OfBroker implements Contender {
        private final RedisBroker broker;

        OfBroker(Task task) {
            this.broker = EngineConsumer.broker(task);
        }

        @Override
        public Map<String, Double> run(Task task) throws Exception {
            var payload = RespClient.bytes(Order.json(0, 1, task.number("size")));
            return each(task, () -> broker.append(Append.of(task.key(), Map.of("payload", payload)))
                    .toCompletableFuture()
                    .join());
        }

        @Override
        public void close() {
            broker.close();
        }
    }

    /** Publishes from an application. */
    @ApplicationScoped
    static class Desk {
        @Inject
        @WriteStream("published")
        Publisher<Order> orders;

        void publish(Order order) {
            orders.publish(order);
        }
    }

    /** Ours, complete: records, in hopeit's envelope. */
    static final class OfApplication implements Contender {
        private final Application application;

        OfApplication(Task task) {
            this.application = new Application(task, Desk.class);
        }

        @Override
        public Map<String, Double> run(Task task) throws Exception {
            var desk = application.container().select(Desk.class).get();
            var order = Order.of(1, task.number("size"));
            return each(task, () -> desk.publish(order));
        }

        @Override
        public void close() {
            application.close();
        }
    }

    /** Spring Data Redis. */
    static final class OfSpring implements Contender {
        private static final ObjectWriter JSON = new ObjectMapper().writerFor(Order.class);

        private final LettuceConnectionFactory connections;
        private final StringRedisTemplate redis;

        OfSpring(Task task) {
            this.connections = SpringConsumer.connections(task);
            this.redis = new StringRedisTemplate(connections);
        }

        @Override
        public Map<String, Double> run(Task task) throws Exception {
            int size = task.number("size");
            var json = Order.json(0, 1, size);
            var order = Order.of(1, size);
            boolean isEncoded = task.has("encoded");
            return each(task, () -> add(task.key(), isEncoded ? encoded(order) : json));
        }

        private void add(String key, String payload) {
            redis.opsForStream().add(key, Map.of("payload", payload));
        }

        private static String encoded(Order order) {
            try {
                return JSON.writeValueAsString(order);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            connections.destroy();
        }
    }
}
