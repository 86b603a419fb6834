package io.hopeit.benchmarks;

import java.util.Map;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.api.stream.StreamReadGroupArgs;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.TransportMode;

/** A bare loop on Redisson: reads some, acknowledges them together, reads on. */
final class RedissonConsumer implements Contender {
    private final RedissonClient client;

    RedissonConsumer(Task task) {
        var config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        boolean isLinux = System.getProperty("os.name").equals("Linux");
        config.setTransportMode(isLinux ? TransportMode.EPOLL : TransportMode.NIO); // as Lettuce does by itself
        config.useSingleServer().setAddress(task.uri());
        this.client = Redisson.create(config);
    }

    @Override
    public Map<String, Double> run(Task task) {
        var stream = client.<String, String>getStream(task.key());
        var args = StreamReadGroupArgs.neverDelivered().count(task.number("batch"));
        for (int done = 0; done < task.count(); ) {
            var messages = stream.readGroup(task.group(), "redisson", args);
            if (task.has("decoded")) {
                messages.values().forEach(SpringConsumer::decode);
            }
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
