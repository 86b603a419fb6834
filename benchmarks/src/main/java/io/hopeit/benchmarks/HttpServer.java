package io.hopeit.benchmarks;

import io.helidon.microprofile.cdi.HelidonContainerInitializer;
import jakarta.enterprise.inject.se.SeContainer;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Helidon with one resource. Its clients are in a process of their own, so that what is measured is the server. */
final class HttpServer implements Contender {
    private final SeContainer container;
    private final ClientsJvm clients;

    HttpServer(Task task, Class<?>... beans) throws IOException {
        int port = LibertyServer.freePort();
        Application.name(task);
        System.setProperty("server.port", "" + port);
        System.setProperty("server.host", "127.0.0.1");
        System.setProperty("mp.initializer.allow", "true");
        System.setProperty("mp.initializer.no-warn", "true");
        Logger.getLogger("").setLevel(Level.WARNING); // a line for each request would be what is measured
        this.container = new HelidonContainerInitializer().addBeanClasses(beans).initialize();
        this.clients = new ClientsJvm(port);
    }

    @Override
    public Map<String, Double> run(Task task) throws IOException {
        return clients.ask(task);
    }

    @Override
    public void close() throws IOException {
        clients.close();
        container.close();
    }
}
