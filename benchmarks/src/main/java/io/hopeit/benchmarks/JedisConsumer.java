package io.hopeit.benchmarks;

import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** A bare loop on Jedis: reads some, acknowledges them together, reads on. */
final class JedisConsumer implements Contender {
    private final RedisClient client;

    JedisConsumer(Task task) {
        this.client = RedisClient.create("127.0.0.1", task.port());
    }

    @Override
    public Map<String, Double> run(Task task) {
        var count = XReadGroupParams.xReadGroupParams().count(task.number("batch"));
        var from = Map.of(task.key(), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        for (int done = 0; done < task.count(); ) {
            var entries = client.xreadGroup(task.group(), "jedis", count, from)
                    .getFirst()
                    .getValue();
            done += entries.size();
            client.xack(
                    task.key(),
                    task.group(),
                    entries.stream().map(StreamEntry::getID).toArray(StreamEntryID[]::new));
        }
        return Map.of();
    }

    @Override
    public void close() {
        client.close();
    }
}
