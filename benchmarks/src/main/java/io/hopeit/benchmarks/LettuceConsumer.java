package io.hopeit.benchmarks;

import io.lettuce.core.Consumer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/** A bare loop on Lettuce: the next read goes out before the last one is acknowledged, or everything is waited for. */
final class LettuceConsumer implements Contender {
    private final boolean isAhead;
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> reads;
    private final StatefulRedisConnection<byte[], byte[]> acks;

    LettuceConsumer(Task task, boolean isAhead) {
        this.isAhead = isAhead;
        this.client = RedisClient.create(task.uri());
        this.reads = client.connect(ByteArrayCodec.INSTANCE);
        this.acks = client.connect(ByteArrayCodec.INSTANCE);
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        var group = RespClient.bytes(task.group());
        var key = RespClient.bytes(task.key());
        int done = 0;
        var next = read(task);
        var acked = new ArrayDeque<RedisFuture<Long>>();
        while (done < task.count()) {
            List<StreamMessage<byte[], byte[]>> messages = next.get();
            done += messages.size();
            if (isAhead && done < task.count()) {
                next = read(task);
            }
            acked.add(acks.async()
                    .xack(
                            key,
                            group,
                            messages.stream().map(StreamMessage::getId).toArray(String[]::new)));
            if (acked.size() > (isAhead ? 1 : 0)) {
                acked.remove().get();
            }
            if (!isAhead && done < task.count()) {
                next = read(task);
            }
        }
        for (RedisFuture<Long> last : acked) {
            last.get();
        }
        return Map.of();
    }

    @SuppressWarnings("unchecked") // an array of its parameter
    private RedisFuture<List<StreamMessage<byte[], byte[]>>> read(Task task) {
        return reads.async()
                .xreadgroup(
                        Consumer.from(RespClient.bytes(task.group()), RespClient.bytes("lettuce")),
                        XReadArgs.Builder.count(task.number("batch")),
                        StreamOffset.lastConsumed(RespClient.bytes(task.key())));
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
