package io.hopeit.spi;

import io.hopeit.StreamEvent;
import io.hopeit.config.Names;
import io.hopeit.config.StreamSettings;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stream that an event reads or writes, or that is injected.
 *
 * {@snippet :
 * void print(StreamDefinition stream) {
 *     out.println(stream.name()); // orders
 *     out.println(stream.key("high")); // shop.1x0.orders.high
 * }
 * }
 *
 * @param name in snake case: {@code streams.something_event}
 * @param settings what configuration says about it
 */
public record StreamDefinition(String name, StreamSettings settings) {
    /** Notes queues whose names cannot be part of a key, or that are named twice. */
    public static void checkQueues(Class<?> where, List<String> queues, Problems problems) {
        if (queues.stream().distinct().count() < queues.size()) {
            problems.add(where, "a queue is named twice in %s; name each once.", queues);
        }
        queues.stream()
                .filter(queue -> !Names.isName(queue))
                .forEach(queue -> problems.add(
                        where,
                        "\"%s\" is not a queue's name; use letters and digits, joined by dots, dashes or underscores.",
                        queue));
    }

    /** The key in Redis of one of its queues. */
    public String key(String queue) {
        return queue.equals(StreamEvent.AUTO) ? settings.key() : settings.key() + "." + queue;
    }

    /**
     * The key in Redis of a shard of the stream's own queue, from 0 on.
     *
     * @throws IllegalArgumentException when the stream has no such shard
     */
    public String shardKey(int shard) {
        return shardKey(StreamEvent.AUTO, shard);
    }

    /**
     * The key in Redis of a shard of one of its queues, from 0 on: {@code app.1x0.orders.shard-0}.
     *
     * @throws IllegalArgumentException when the stream has no such shard
     */
    public String shardKey(String queue, int shard) {
        if (shard < 0 || shard >= settings.shards()) {
            throw new IllegalArgumentException(name + " has no shard " + shard);
        }
        return key(queue) + ".shard-" + shard;
    }

    /** All keys in Redis of one of its queues: its own, or those of its shards when it has more than one. */
    public List<String> keys(String queue) {
        return settings.shards() == 1
                ? List.of(key(queue))
                : IntStream.range(0, settings.shards())
                        .mapToObj(shard -> shardKey(queue, shard))
                        .toList();
    }
}
