package io.hopeit.benchmarks;

import io.helidon.microprofile.cdi.HelidonContainerInitializer;
import jakarta.enterprise.inject.se.SeContainer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Helidon with one resource. Its clients are in a process of their own, so that what is measured is the server. */
final class HttpServer implements Contender {
    private final int port;
    private final SeContainer container;
    private final Jvm clients;

    HttpServer(Task task, Class<?> bean) throws IOException {
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        Application.name(task);
        System.setProperty("server.port", "" + port);
        System.setProperty("server.host", "127.0.0.1");
        System.setProperty("mp.initializer.allow", "true");
        System.setProperty("mp.initializer.no-warn", "true");
        Logger.getLogger("").setLevel(Level.WARNING); // a line for each request would be what is measured
        this.container = new HelidonContainerInitializer().addBeanClasses(bean).initialize();
        this.clients = Jvm.start("clients", Map.of("jvm.heap", "256m"));
    }

    @Override
    public Map<String, Double> run(Task task) throws IOException {
        var options = new HashMap<>(task.options());
        options.put("http-port", "" + port);
        var seen = clients.run(new Task(task.port(), task.key(), task.group(), task.count(), options));
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
        clients.close();
        container.close();
    }
}
