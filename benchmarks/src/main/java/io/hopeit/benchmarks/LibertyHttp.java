package io.hopeit.benchmarks;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/** Open Liberty with one event or resource that answers requests. */
final class LibertyHttp implements Contender {
    private static final String OURS = "hopeit-";

    private final ServerFiles files;
    private final LibertyServer server;
    private final JMXConnector beans;
    private final ClientsJvm clients;

    private LibertyHttp(Task task, ServerFiles files) throws IOException, InterruptedException {
        this.files = files;
        var liberty = Liberty.with(files, Path.of(task.text("jvm.liberty")));
        this.server = LibertyServer.start(liberty, task.text("path"), Order.json(1, 1, 200));
        this.beans = server.beans();
        this.clients = new ClientsJvm(server.port());
    }

    /** {@code jvm.liberty} is where the server is. */
    static LibertyHttp event(Task task) throws IOException, InterruptedException {
        return new LibertyHttp(task, ServerFiles.of(List.of(EchoOrder.class, Order.class), "^$"));
    }

    static LibertyHttp resource(Task task) throws IOException, InterruptedException {
        return byHand(task, EchoResource.class);
    }

    static LibertyHttp tracked(Task task) throws IOException, InterruptedException {
        return byHand(task, EchoResource.class, EchoFilter.class, EchoFilter.Track.class);
    }

    private static LibertyHttp byHand(Task task, Class<?>... served) throws IOException, InterruptedException {
        var classes = Stream.concat(Stream.of(Order.class, ByHand.class), Stream.of(served));
        return new LibertyHttp(task, ServerFiles.of(classes.toList(), OURS));
    }

    /** Open Liberty serves no resources without one. */
    @ApplicationPath("/")
    public static class ByHand extends Application {}

    @Override
    public MBeanServerConnection jvm() throws IOException {
        return beans.getMBeanServerConnection();
    }

    @Override
    public Map<String, Double> run(Task task) throws IOException {
        return clients.ask(task);
    }

    @Override
    public void close() throws IOException {
        clients.close();
        beans.close();
        server.close();
        files.close();
    }
}
