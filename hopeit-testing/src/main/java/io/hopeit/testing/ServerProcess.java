package io.hopeit.testing;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Helidon with the application of this project; ends when it is closed, or with this JVM. */
final class ServerProcess implements AutoCloseable {
    private static final Path TARGET = Path.of("target");
    private static final Path CLASSES = TARGET.resolve("classes");
    private static final Path LIBRARIES = TARGET.resolve("run.classpath");
    private static final String MAIN = "io.helidon.microprofile.cdi.Main";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int LAST_LINES = 60;

    private final Process process;
    private final Path log;
    private final Thread atExit = new Thread(this::stop, "stop the server");

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    static ServerProcess start(int port, String redisUri, String... config) throws IOException {
        if (!Files.isReadable(LIBRARIES) || !Files.isDirectory(CLASSES)) {
            throw new IOException(
                    ("%s lists what the application needs, and is not there. Maven makes it before integration"
                                    + " tests: call the class …IT and say mvn verify; or mvn pre-integration-test once, to run it"
                                    + " elsewhere.")
                            .formatted(LIBRARIES));
        }
        var log = Files.createTempFile(TARGET, "server-", ".log");
        var command = new ProcessBuilder(command(port, config))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("HOPEIT_REDIS_URI", redisUri);
        command.environment().put("SERVER_PORT", Integer.toString(port));
        return new ServerProcess(command.start(), log);
    }

    private static List<String> command(int port, String... config) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dserver.host=127.0.0.1",
                "-Dserver.port=" + port));
        EmbeddedRedis.URI_ONLY.forEach((key, value) -> command.add("-D" + key + "=" + value));
        for (var entry : config) {
            command.add("-D" + entry);
        }
        command.add("-cp");
        command.add(CLASSES + File.pathSeparator + Files.readString(LIBRARIES).strip());
        command.add(MAIN);
        return command;
    }

    void await(BooleanSupplier isReady) {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isReady.getAsBoolean()) {
            if (endsWithin(Duration.ofMillis(200))) {
                throw new IllegalStateException("the application has ended: " + lastOutput());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "the application was not ready within %d s: %s".formatted(START.toSeconds(), lastOutput()));
            }
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the application", e);
        }
    }

    String output() {
        try {
            return new String(Files.readAllBytes(log), Charset.defaultCharset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastOutput() {
        var lines = output().lines().toList();
        var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return String.join(System.lineSeparator(), last) + System.lineSeparator() + "(all of it: " + log + ")";
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs, and finds nothing to do
        }
    }

    private void stop() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }
}
