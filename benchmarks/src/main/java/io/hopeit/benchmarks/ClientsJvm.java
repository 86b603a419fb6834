package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The clients of a server in a process of their own, so that what is measured is the server. */
final class ClientsJvm implements AutoCloseable {
    private final int port;
    private final Jvm jvm;

    ClientsJvm(int port) throws IOException {
        this.port = port;
        this.jvm = Jvm.start("clients", Map.of("jvm.heap", "256m"));
    }

    /** Has them ask; what they cost themselves is left out of the results. */
    Map<String, Double> ask(Task task) throws IOException {
        var options = new HashMap<>(task.options());
        options.put("http-port", "" + port);
        var seen = jvm.run(new Task(task.port(), task.key(), task.group(), task.count(), options));
        if (seen.containsKey("failed")) {
            throw new IOException(seen.get("failed"));
        }
        var results = new TreeMap<String, Double>();
        seen.forEach((name, value) -> results.put(name, Double.valueOf(value)));
        results.keySet().removeAll(List.of("cpu", "bytes", "compiling"));
        return results;
    }

    @Override
    public void close() throws IOException {
        jvm.close();
    }
}
