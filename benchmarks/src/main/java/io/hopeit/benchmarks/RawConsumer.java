package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;

/** Reads and acknowledges, and does nothing else; each acknowledgement goes with the next read. */
final class RawConsumer implements Contender {
    private static final int AHEAD = 2;

    @Override
    public Map<String, Double> run(Task task) throws IOException {
        var read = RespClient.command(
                "XREADGROUP", "GROUP", task.group(), "raw", "COUNT", task.text("batch"), "STREAMS", task.key(), ">");
        try (var client = new RespClient(task.port())) {
            consume(client, task, read);
        }
        return Map.of();
    }

    /** Whether the next answers are to reads, or to acknowledgements, is in {@code sent}. */
    private void consume(RespClient client, Task task, byte[] read) throws IOException {
        var acks = new Acks(task.key(), task.group());
        var sent = new ArrayDeque<Boolean>();
        for (int i = 0; i < task.number("ahead", AHEAD); i++) {
            client.add(read);
            sent.add(true);
        }
        client.flush();
        int done = 0;
        while (!sent.isEmpty()) {
            if (!sent.remove()) {
                client.skipAnswer();
                continue;
            }
            int count = client.entries(acks);
            done += count;
            if (count > 0) {
                client.add(acks);
                sent.add(false);
            }
            if (done < task.count()) {
                client.add(read);
                sent.add(true);
            }
            client.flush();
        }
    }
}
