package io.hopeit.faults;

import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.InstalledServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server with flags of the test, on one port for all of its lives. */
final class RedisServer implements AutoCloseable {
    /** A restart finds all that was acknowledged. */
    static final List<String> KEEPS = List.of("--appendonly", "yes", "--appendfsync", "always");
    /** A restart finds nothing. */
    static final List<String> FORGETS = List.of("--appendonly", "no");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Path executable;
    private final int port;
    private Process process;

    RedisServer(Path directory, List<String> flags) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.executable = InstalledServer.executable(directory);
        this.port = freePort();
        this.process = launch(flags);
        awaitPong();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch(List<String> flags) throws IOException {
        var command = new ArrayList<>(List.of(
                executable.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                directory.toString()));
        command.addAll(flags);
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("redis.log").toFile()))
                .start();
        Processes.endWithThisOne(started);
        return started;
    }

    /** Starts it once more. */
    void start(List<String> flags) throws IOException {
        process = launch(flags);
    }

    void awaitPong() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> probe().answersPing());
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void signal(String signal) {
        Processes.signal(process, signal);
    }

    int port() {
        return port;
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    Probe probe() {
        return new Probe(port);
    }

    @Override
    public void close() {
        kill();
    }
}
