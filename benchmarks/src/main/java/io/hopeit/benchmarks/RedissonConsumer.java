package io.hopeit.benchmarks;

import java.util.Map;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.api.stream.StreamReadGroupArgs;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** A bare loop on Redisson: reads some, acknowledges them together, reads on. */
final class RedissonConsumer implements Contender {
    private final RedissonClient client;

    RedissonConsumer(Task task) {
        var config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.useSingleServer().setAddress(task.uri());
        this.client = Redisson.create(config);
    }

    @Override
    public Map<String, Double> run(Task task) {
        var stream = client.<String, String>getStream(task.key());
        var args = StreamReadGroupArgs.neverDelivered().count(task.number("batch"));
        for (int done = 0; done < task.count(); ) {
            var messages = stream.readGroup(task.group(), "redisson", args);
            done += messages.size();
            stream.ack(task.group(), messages.keySet().toArray(StreamMessageId[]::new));
        }
        return Map.of();
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
