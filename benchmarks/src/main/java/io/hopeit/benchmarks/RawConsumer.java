package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads and acknowledges, and does nothing else; each acknowledgement goes with the next read. */
final class RawConsumer implements Contender {
    private final int ahead;

    /** With so many reads on their way at once. */
    RawConsumer(int ahead) {
        this.ahead = ahead;
    }

    @Override
    public Map<String, Double> run(Task task) throws IOException {
        var read = RespClient.command(
                "XREADGROUP", "GROUP", task.group(), "raw", "COUNT", task.text("batch"), "STREAMS", task.key(), ">");
        try (var client = new RespClient(task.port())) {
            for (int i = 0; i < ahead; i++) {
                client.add(read);
            }
            client.flush();
            consume(client, task, read);
        }
        return Map.of();
    }

    private void consume(RespClient client, Task task, byte[] read) throws IOException {
        var isRead = new ArrayDeque<Boolean>();
        for (int i = 0; i < ahead; i++) {
            isRead.add(true);
        }
        int done = 0;
        List<byte[]> ids = new ArrayList<>();
        while (!isRead.isEmpty()) {
            if (!isRead.remove()) {
                client.skipAnswer();
                continue;
            }
            ids.clear();
            int count = client.entries(ids);
            done += count;
            if (count > 0) {
                client.addAck(task.key(), task.group(), ids);
                isRead.add(false);
            }
            if (done < task.count()) {
                client.add(read);
                isRead.add(true);
            }
            client.flush();
        }
    }
}
