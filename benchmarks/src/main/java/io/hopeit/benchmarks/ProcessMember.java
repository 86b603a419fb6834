package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One process of several that share a stream: works until the group has got to the end. */
record ProcessMember(Application application) implements Contender {
    private static final Pattern DELIVERED = Pattern.compile("last-delivered-id (\\S+)");
    private static final Pattern LAST = Pattern.compile("last-generated-id (\\S+)");
    private static final int PAUSE = 2_000_000;

    @Override
    public void prepare(Task task) {
        application.prepare(task);
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        var consumer = application.consumer();
        try (var client = new RespClient(task.port())) {
            consumer.start();
            while (!isDone(client, task)) {
                LockSupport.parkNanos(PAUSE);
            }
            return Map.of("end", (double) System.nanoTime());
        } finally {
            Application.stop(List.of(consumer));
        }
    }

    private static boolean isDone(RespClient client, Task task) throws IOException {
        var last = LAST.matcher(client.ask("XINFO", "STREAM", task.key()));
        var delivered = DELIVERED.matcher(client.ask("XINFO", "GROUPS", task.key()));
        return last.find()
                && delivered.find()
                && last.group(1).equals(delivered.group(1))
                && client.ask("XPENDING", task.key(), task.group()).startsWith("0");
    }

    @Override
    public void close() {
        application.close();
    }
}
