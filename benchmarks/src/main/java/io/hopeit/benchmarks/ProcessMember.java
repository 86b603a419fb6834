package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One process of several that share a stream: works until the group has got to the end. */
record ProcessMember(Application application) implements Contender {
    private static final Pattern DELIVERED = Pattern.compile("last-delivered-id (\\S+)");
    private static final Pattern LAST = Pattern.compile("last-generated-id (\\S+)");
    private static final String BEGIN = "begin";
    /** Each look is a command for the server, from each member. */
    private static final int PAUSE = 10_000_000;

    /** The task, to begin at this time of the machine's clock, in ms since 1970: all members at once. */
    static Task at(long begin, Task task) {
        var options = new HashMap<>(task.options());
        options.put(BEGIN, "" + begin);
        return new Task(task.port(), task.key(), task.group(), task.count(), options);
    }

    @Override
    public void prepare(Task task) {
        application.prepare(task);
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        long begin = Long.parseLong(task.text(BEGIN));
        var consumer = application.consumer();
        try (var client = new RespClient(task.port())) {
            var last = find(LAST, client.ask("XINFO", "STREAM", task.key()));
            Thread.sleep(Math.max(0, begin - System.currentTimeMillis()));
            consumer.start();
            while (!isDone(client, task, last)) {
                LockSupport.parkNanos(PAUSE);
            }
            return Map.of("nanos", (System.currentTimeMillis() - begin) * 1e6);
        } finally {
            Application.stop(List.of(consumer));
        }
    }

    private static boolean isDone(RespClient client, Task task, String last) throws IOException {
        return find(DELIVERED, client.ask("XINFO", "GROUPS", task.key())).equals(last)
                && client.ask("XPENDING", task.key(), task.group()).startsWith("0");
    }

    private static String find(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("not in " + text);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        application.close();
    }
}
