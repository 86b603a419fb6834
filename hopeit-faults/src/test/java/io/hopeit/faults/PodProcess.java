package io.hopeit.faults;

import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Ledger.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a {@link Pod}. */
final class PodProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Path log;
    private final Ledger ledger;

    PodProcess(String name, Path directory, Ledger ledger, Map<String, String> config, List<Class<?>> events) {
        this.name = name;
        this.ledger = ledger;
        this.log = directory.resolve(name + ".log");
        try {
            this.process = new ProcessBuilder(command(name, directory, config, events))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Processes.endWithThisOne(process);
    }

    private static List<String> command(
            String name, Path directory, Map<String, String> config, List<Class<?>> events) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.file=" + resource("/pod-logging.properties"),
                "-cp",
                System.getProperty("java.class.path")));
        config.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add(Pod.class.getName());
        command.add(directory.resolve("ledger.csv").toString());
        command.add(name);
        events.forEach(event -> command.add(event.getName()));
        return command;
    }

    private static Path resource(String path) {
        return Path.of(java.net.URI.create(String.valueOf(PodProcess.class.getResource(path))));
    }

    PodProcess awaitUp() {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive()
                        || ledger.of(Phase.UP).anyMatch(line -> line.who().equals(name)));
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has not started:\n" + String.join("\n", log()));
        }
        return this;
    }

    String name() {
        return name;
    }

    /** Whether a consumer is one of this process. */
    boolean isConsumer(String consumer) {
        return consumer.contains("." + process.pid() + ".");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM; {@link Process#destroy()} would end its input, too. */
    void terminate() {
        Processes.signal(process, "TERM");
    }

    void freeze() {
        Processes.signal(process, "STOP");
    }

    void thaw() {
        Processes.signal(process, "CONT");
    }

    /** Waits for its end. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it has computed so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
