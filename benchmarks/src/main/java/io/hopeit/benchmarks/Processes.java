package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Several processes of ours on one stream; what they cost is added up. */
final class Processes implements Contender {
    /** Before that each member collects its heap, and waits for its compilers. */
    private static final int READY_MILLIS = 3_000;

    private final List<Jvm> members = new ArrayList<>();

    Processes(Task task) throws IOException {
        for (int i = 0; i < task.number("jvm.processes"); i++) {
            members.add(Jvm.start("application-member", task.options()));
        }
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        var running = new ArrayList<FutureTask<Map<String, String>>>();
        var together = ProcessMember.at(System.currentTimeMillis() + READY_MILLIS, task);
        for (Jvm member : members) {
            var run = new FutureTask<>(() -> member.run(together));
            running.add(run);
            Thread.ofPlatform().start(run);
        }
        return sum(running);
    }

    private static Map<String, Double> sum(List<FutureTask<Map<String, String>>> running)
            throws IOException, InterruptedException, ExecutionException {
        var results = new HashMap<String, Double>();
        for (FutureTask<Map<String, String>> run : running) {
            var words = run.get();
            if (words.containsKey("failed")) {
                throw new IOException(words.get("failed"));
            }
            words.forEach((name, value) ->
                    results.merge(name, Double.valueOf(value), name.equals("nanos") ? Double::max : Double::sum));
        }
        return results;
    }

    @Override
    public void close() throws IOException {
        for (Jvm member : members) {
            member.close();
        }
    }
}
