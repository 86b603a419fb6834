package io.hopeit.streams.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.models.stream.PendingMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Looks into a server from outside, as an operator would. */
public final class RedisClientForTests implements AutoCloseable {
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    public RedisClientForTests(String uri) {
        this.client = RedisClient.create(uri);
        this.connection = client.connect();
    }

    public RedisCommands<String, String> commands() {
        return connection.sync();
    }

    public List<String> pending(String key, String group) {
        return commands().xpending(key, group, Range.unbounded(), Limit.from(1000)).stream()
                .map(PendingMessage::getId)
                .toList();
    }

    public List<Map<String, String>> entries(String key) {
        return commands().xrange(key, Range.unbounded()).stream()
                .map(message -> message.getBody())
                .toList();
    }

    /** Its process id, to stop it with signals. */
    long pid() {
        return commands()
                .info("server")
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring("process_id:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** Sends a signal to a server of this test. */
    static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
