package io.hopeit.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running application; it and its children end when it is closed, or with this JVM. */
final class ApplicationProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LAST_LINES = 60;

    private final Process process;
    private final Path log;
    private final Thread atExit = new Thread(this::stop, "stop the application");

    private ApplicationProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Standard output and error go to the log, which is replaced. */
    static ApplicationProcess start(ProcessBuilder command, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var started =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var application = new ApplicationProcess(started, log);
        Runtime.getRuntime().addShutdownHook(application.atExit);
        return application;
    }

    /** Waits until it has ended, at most this long. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws IllegalThreadStateException while it runs */
    int exitCode() {
        return process.exitValue();
    }

    /** The end of what it has written. */
    String lastOutput() throws IOException {
        var lines = new String(Files.readAllBytes(log), Charset.defaultCharset())
                .lines()
                .toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
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
        var children = process.descendants().toList();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
