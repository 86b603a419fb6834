package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Starts Open Liberty with so many classes to serve, and says how long it has taken until one of them has answered. */
final class LibertyStartup implements Contender {
    private final ServerFiles files;
    private final Liberty liberty;

    /** {@code jvm.classes} are compiled now; {@code jvm.liberty} is where the server is. */
    LibertyStartup(Task task, StartupClasses classes) throws IOException {
        this.files = ServerFiles.of(classes, task.number("jvm.classes"), "^$");
        this.liberty = Liberty.with(files, Path.of(task.text("jvm.liberty")));
    }

    @Override
    public Map<String, Double> run(Task task) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var server =
                LibertyServer.start(liberty, "place-order-0", "{\"id\":\"1\",\"customer\":\"c\",\"lines\":[]}")) {
            double millis = (System.nanoTime() - began) / 1e6;
            double processor = server.processorTime().toMillis();
            double resident = Machine.resident(server.process().pid());
            return Map.of("millis", millis, "processor", processor, "resident", resident);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
