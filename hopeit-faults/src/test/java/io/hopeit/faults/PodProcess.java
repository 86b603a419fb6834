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

/** One run of an instance of the application, on the {@link Host} that is asked for. */
final class PodProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Path log;
    private final Ledger ledger;

    PodProcess(String name, Path directory, Ledger ledger, Map<String, String> config, List<Class<?>> events) {
        this.name = name;
        this.ledger = ledger;
        this.log = directory.resolve(name + ".log");
        var host = Host.current();
        try {
            var builder = new ProcessBuilder(command(config, host.arguments(events)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(host.environment(directory.resolve(name), events));
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Processes.endWithThisOne(process);
    }

    private List<String> command(Map<String, String> config, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfaults.ledger=" + ledger.file(),
                "-Dfaults.pod=" + name));
        config.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(arguments);
        return command;
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
