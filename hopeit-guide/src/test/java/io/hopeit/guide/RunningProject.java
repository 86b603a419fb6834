package io.hopeit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A new project that has been started by one of its commands.
 *
 * @param orders where its events for orders are, with a slash at the end
 */
record RunningProject(Maven.Command command, String orders) implements AutoCloseable {
    private static final String ORDER = """
            {"id": "o1", "item": "tea", "pieces": 2}""";

    /** By a command of Maven; returns when it answers. */
    static RunningProject start(Maven maven, Path folder, String profile) throws IOException {
        var port = freePort();
        return answering(maven.start(folder, environment(port), profile), folder, port);
    }

    /** By Java, with these arguments; returns when it answers. */
    static RunningProject startByJava(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        var port = freePort();
        var all = new HashMap<>(environment(port));
        all.putAll(environment);
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        return answering(Maven.Command.start(folder, all, command), folder, port);
    }

    private static Map<String, String> environment(int port) {
        return Map.of("SERVER_PORT", Integer.toString(port));
    }

    private static RunningProject answering(Maven.Command command, Path folder, int port) {
        var orders = "http://127.0.0.1:%d/api/%s/1x0/orders/".formatted(port, folder.getFileName());
        await().atMost(Duration.ofMinutes(4))
                .until(() -> !command.process().isAlive() || status(orders + "none") == 404);
        assertThat(command.process().isAlive()).as(command::output).isTrue();
        return new RunningProject(command, orders);
    }

    /** An order is taken, and its message comes back from Redis. */
    void shipsAnOrder() throws IOException, InterruptedException {
        assertThat(post("place", ORDER)).contains("\"item\":\"tea\"");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(send(HttpRequest.newBuilder(URI.create(orders + "o1"))))
                        .contains("\"shipped\":true"));
    }

    /** What it answers. */
    String post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(orders + path))
                .header("Content-Type", "application/json")
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** What it has written so far. */
    String output() {
        return command.output();
    }

    @Override
    public void close() {
        command.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static int status(String uri) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(uri)).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
