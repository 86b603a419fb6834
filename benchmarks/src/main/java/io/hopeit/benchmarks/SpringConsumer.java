package io.hopeit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.stream.StreamMessageListenerContainer;
import org.springframework.data.redis.stream.StreamMessageListenerContainer.StreamMessageListenerContainerOptions;

/** Spring Data Redis: its container of listeners. No retry, no dead letters, nothing for what a dead consumer leaves. */
final class SpringConsumer implements Contender {
    private static final ObjectReader READER = new ObjectMapper().readerFor(Order.class);

    private static final Logger LOGGER = Logger.getLogger("org.springframework");

    private final Way way;
    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;

    /** What the listener does. */
    enum Way {
        /** Decodes each message and acknowledges it, as documented. */
        ACK_EACH,
        /** Decodes each message, and acknowledges as many as are read at once. */
        ACK_BATCH,
        /** Appends each message to another stream, and then acknowledges it. */
        RELAY
    }

    SpringConsumer(Task task, Way way) {
        this.way = way;
        this.connections = connections(task);
        this.redis = new StringRedisTemplate(connections);
    }

    static LettuceConnectionFactory connections(Task task) {
        LOGGER.setLevel(Level.OFF); // polls that still wait when a round is over complain of what comes after it
        var connections = new LettuceConnectionFactory("127.0.0.1", task.port());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    @Override
    public void prepare(Task task) {
        Tally.DONE.reset();
    }

    @Override
    public Map<String, Double> run(Task task) {
        var polls = polls();
        var options = StreamMessageListenerContainerOptions.builder()
                .pollTimeout(Duration.ofMillis(100))
                .executor(polls);
        if (task.number("batch") > 0) {
            options.batchSize(task.number("batch"));
        }
        var container = StreamMessageListenerContainer.create(connections, options.build());
        var listener = new Listener(task);
        var subscription = container.receive(
                Consumer.from(task.group(), "spring"),
                StreamOffset.create(task.key(), ReadOffset.lastConsumed()),
                listener::take);
        container.start();
        try {
            Tally.await(Tally.DONE, task.count());
            return Map.of("end", (double) System.nanoTime());
        } finally {
            subscription.cancel();
            container.stop();
            polls.close();
        }
    }

    /**
     * Where containers poll, a thread each, as they do by themselves. Closing it waits for the last poll, which could take
     * from the next round.
     */
    static ExecutorService polls() {
        return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
    }

    private final class Listener {
        private final Task task;
        private final List<RecordId> ids = new ArrayList<>();
        private int taken;

        Listener(Task task) {
            this.task = task;
        }

        void take(MapRecord<String, String, String> message) {
            taken++;
            switch (way) {
                case ACK_EACH -> {
                    decode(message.getValue());
                    ack(message.getId());
                }
                case ACK_BATCH -> {
                    decode(message.getValue());
                    ids.add(message.getId());
                    if (ids.size() == task.number("batch") || taken == task.count()) {
                        ack(ids.toArray(RecordId[]::new));
                        ids.clear();
                    }
                }
                case RELAY -> {
                    redis.opsForStream().add(task.text("target"), message.getValue());
                    ack(message.getId());
                }
            }
        }

        private void ack(RecordId... acked) {
            redis.opsForStream().acknowledge(task.key(), task.group(), acked);
            Tally.DONE.add(acked.length);
        }
    }

    static void decode(Map<String, String> fields) {
        try {
            READER.readValue(fields.get("payload"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
