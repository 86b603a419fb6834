package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.Map;

/** Appends with so many commands on their way at once, on one connection. */
final class RawPublisher implements Contender {
    @Override
    public Map<String, Double> run(Task task) throws IOException {
        int threads = task.number("threads");
        var command = RespClient.command("XADD", task.key(), "*", "payload", Order.json(0, 1, task.number("size")));
        try (var client = new RespClient(task.port())) {
            for (int done = 0; done < task.count(); done += threads) {
                for (int i = 0; i < threads; i++) {
                    client.add(command);
                }
                client.flush();
                for (int i = 0; i < threads; i++) {
                    client.skipAnswer();
                }
            }
        }
        return Map.of();
    }
}
