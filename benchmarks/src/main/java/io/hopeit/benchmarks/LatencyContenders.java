package io.hopeit.benchmarks;

import io.lettuce.core.Consumer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Those who consume while messages arrive at a fixed rate. */
final class LatencyContenders {
    private LatencyContenders() {}

    /** A group in the stream that messages will come to. */
    static void group(Task task) throws IOException {
        try (var client = new RespClient(task.port())) {
            client.ask("XGROUP", "CREATE", task.key(), task.group(), "0", "MKSTREAM");
        }
    }

    static Map<String, Double> during(Task task) throws InterruptedException {
        Latencies.expect(task.count());
        var producer = Thread.ofPlatform().start(new OpenLoop(task));
        producer.join(); // until then nobody has to look whether all have come
        Latencies.await();
        var results = new HashMap<>(Latencies.results());
        results.put("end", (double) System.nanoTime());
        return results;
    }

    /**
     * A bare loop: a blocking read, or one that does not block and a pause when there was nothing, and acknowledgements on
     * another connection.
     */
    static final class Bare implements Contender {
        private final RedisClient client;
        /** That a read brings. */
        private static final int MOST = 500;

        private final StatefulRedisConnection<String, String> reads;
        private final StatefulRedisConnection<String, String> acks;
        private volatile boolean isEnded;

        Bare(Task task) {
            this.client = RedisClient.create(task.uri());
            this.reads = client.connect();
            this.acks = client.connect();
        }

        @Override
        public Map<String, Double> run(Task task) throws Exception {
            group(task);
            isEnded = false;
            var loop = Thread.ofPlatform().start(() -> loop(task));
            try {
                return during(task);
            } finally {
                isEnded = true;
                loop.join();
            }
        }

        @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"}) // an array of its parameter; nobody waits
        private void loop(Task task) {
            var consumer = Consumer.from(task.group(), "bare");
            int pause = task.number("poll", 0);
            var args = pause > 0
                    ? XReadArgs.Builder.count(MOST)
                    : XReadArgs.Builder.count(MOST).block(200);
            while (!isEnded) {
                var messages = reads.sync().xreadgroup(consumer, args, StreamOffset.lastConsumed(task.key()));
                for (StreamMessage<String, String> message : messages) {
                    Latencies.done(Stamped.sent(Order.time(Words.value(message.getBody(), "payload"))));
                }
                if (!messages.isEmpty()) {
                    acks.async()
                            .xack(
                                    task.key(),
                                    task.group(),
                                    messages.stream().map(StreamMessage::getId).toArray(String[]::new));
                }
                if (messages.size() < MOST) {
                    LockSupport.parkNanos(pause * 1_000_000L);
                }
            }
        }

        @Override
        public void close() {
            client.shutdown();
        }
    }
}
