package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.Map;

/**
 * Appends with so many commands on their way at once, on one connection: when half of them are answered, as many more
 * are sent.
 */
final class RawPublisher implements Contender {
    @Override
    public Map<String, Double> run(Task task) throws IOException {
        int half = Math.max(1, task.number("threads") / 2);
        var command = RespClient.command("XADD", task.key(), "*", "payload", Order.json(0, 1, task.number("size")));
        try (var client = new RespClient(task.port())) {
            int sent = send(client, command, Math.min(task.count(), task.number("threads")));
            for (int answered = 0; answered < task.count(); ) {
                int some = Math.min(half, task.count() - answered);
                for (int i = 0; i < some; i++) {
                    client.skipAnswer();
                }
                answered += some;
                sent += send(client, command, Math.min(some, task.count() - sent));
            }
        }
        return Map.of();
    }

    private static int send(RespClient client, byte[] command, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            client.add(command);
        }
        client.flush();
        return count;
    }
}
