package io.hopeit.benchmarks;

import io.helidon.microprofile.cdi.HelidonContainerInitializer;
import jakarta.enterprise.inject.se.SeContainer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Helidon with one resource, and clients that ask it one request after another. */
final class HttpServer implements Contender {
    private final int port;
    private final SeContainer container;

    HttpServer(Class<?> bean) throws IOException {
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        System.setProperty("server.port", "" + port);
        System.setProperty("server.host", "127.0.0.1");
        System.setProperty("mp.initializer.allow", "true");
        System.setProperty("mp.initializer.no-warn", "true");
        System.setProperty("hopeit.app.name", "bench");
        Logger.getLogger("").setLevel(Level.WARNING); // a line for each request would be what is measured
        this.container = new HelidonContainerInitializer().addBeanClasses(bean).initialize();
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        Latencies.expect(task.count());
        int clients = task.number("clients");
        var threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = Thread.ofPlatform().start(new HttpClient(port, task.count() / clients));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Latencies.results();
    }

    @Override
    public void close() {
        container.close();
    }
}
