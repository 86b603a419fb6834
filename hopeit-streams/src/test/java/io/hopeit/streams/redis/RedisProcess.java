package io.hopeit.streams.redis;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A server with any options: a master, a replica, a sentinel, a member of a cluster. Ends with {@link #close()}. */
final class RedisProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private RedisProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where no Redis is installed. */
    static void assumeInstalled() {
        boolean found = installed().isPresent();
        if (!found) {
            System.out.println("skipped: no redis-server on the PATH");
        }
        Assumptions.assumeTrue(found);
    }

    private static Optional<Path> installed() {
        var directories = String.valueOf(System.getenv("PATH")).split(File.pathSeparator);
        return Stream.concat(Arrays.stream(directories), Stream.of("/usr/bin", "/usr/local/bin"))
                .map(directory -> Path.of(directory, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One that keeps nothing on disk. */
    static RedisProcess start(Path directory, String... options) throws IOException {
        return start(directory, freePort(), options);
    }

    static RedisProcess start(Path directory, int port, String... options) throws IOException {
        var command = new ArrayList<>(List.of("--port", "" + port, "--bind", "127.0.0.1"));
        command.addAll(
                List.of("--dir", Files.createTempDirectory(directory, "redis").toString()));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--repl-diskless-sync-delay", "0"));
        command.addAll(List.of(options));
        return run(command, port);
    }

    /** One that watches a master and replaces it within seconds. */
    static RedisProcess sentinel(Path directory, int master) throws IOException {
        int port = freePort();
        var file = Files.createTempFile(directory, "sentinel", ".conf");
        Files.writeString(file, """
                port %d
                bind 127.0.0.1
                dir %s
                sentinel monitor shop 127.0.0.1 %d 1
                sentinel down-after-milliseconds shop 500
                sentinel failover-timeout shop 3000
                """.formatted(port, directory, master));
        return run(List.of(file.toString(), "--sentinel"), port);
    }

    private static RedisProcess run(List<String> arguments, int port) throws IOException {
        var command = new ArrayList<String>();
        command.add(installed().orElseThrow().toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var started = new RedisProcess(process, port);
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(started::answers);
        return started;
    }

    private boolean answers() {
        try (var client = client()) {
            return client.commands().ping().equals("PONG");
        }
    }

    int port() {
        return port;
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    RedisClientForTests client() {
        return new RedisClientForTests(uri());
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
