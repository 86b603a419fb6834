package io.hopeit.redis.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Starts a server in a temporary directory of its own and waits until it answers, at most {@code deadline}. */
record Launcher(BinaryChoice binaries, Duration deadline) {
    private static final int PORTS_TO_TRY = 5;
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int LOG_LINES = 8;

    /** Which server to run; one that has to be unpacked goes into the directory. */
    @FunctionalInterface
    interface BinaryChoice {
        ServerBinary in(Path directory) throws IOException;
    }

    /** Tries another port when somebody else took the first one before the server did. */
    EmbeddedRedis launch(IntSupplier ports) {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            try {
                return launch(port);
            } catch (IllegalStateException e) {
                if (attempt == PORTS_TO_TRY || Loopback.isFree(port)) {
                    throw e;
                }
            }
        }
    }

    EmbeddedRedis launch(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be from 1 to 65535, but is " + port);
        }
        try {
            PrivateDirectory directory = PrivateDirectory.create();
            try {
                return launch(port, directory);
            } catch (IOException | RuntimeException e) {
                directory.delete();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException("Redis did not start: " + e + ". " + ServerBinary.WHAT_TO_DO, e);
        }
    }

    private EmbeddedRedis launch(int port, PrivateDirectory directory) throws IOException {
        ServerBinary binary = binaries.in(directory.path());
        Path logFile = Files.createFile(directory.path().resolve("redis.log"));
        // opened before the start: it stays readable when the guardian has removed the directory
        try (InputStream log = Files.newInputStream(logFile)) {
            ServerProcess process = ServerProcess.start(arguments(binary, port, directory), directory, logFile);
            Optional<String> version = awaitVersion(process, new ServerProbe(port, directory.path()));
            if (version.isPresent()) {
                String name = binary.name() + " " + version.get();
                return new EmbeddedRedis(process, port, name, binary.origin());
            }
            String ending = process.exitCode()
                    .map(code -> "ended with exit code " + code)
                    .orElse("did not answer within " + deadline.toMillis() + " ms");
            process.stop();
            throw new IllegalStateException("Redis did not start: %s on port %d %s.%n%s%n%s"
                    .formatted(binary.file(), port, ending, lastLines(log), binary.advice()));
        }
    }

    private static List<String> arguments(ServerBinary binary, int port, PrivateDirectory directory) {
        return List.of(
                binary.file().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no",
                "--dir",
                directory.path().toString());
    }

    /** Empty if the process ended or the deadline passed. */
    private Optional<String> awaitVersion(ServerProcess process, ServerProbe probe) {
        long start = System.nanoTime();
        Optional<String> version = probe.version();
        while (version.isEmpty() && System.nanoTime() - start < deadline.toNanos() && !process.endsWithin(PAUSE)) {
            version = probe.version();
        }
        return version;
    }

    private static String lastLines(InputStream log) throws IOException {
        List<String> lines = new String(log.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
}
