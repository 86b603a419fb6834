package io.hopeit.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts Open Liberty with so many classes to serve, and says how long it has taken until one of them has answered. */
final class LibertyStartup implements Contender {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final int OK = 200;

    private final StartupFiles files;
    private final Liberty liberty;

    /** {@code jvm.classes} are compiled now; {@code jvm.liberty} is where the server is. */
    LibertyStartup(Task task, StartupClasses classes) throws IOException {
        this.files = StartupFiles.of(classes, task.number("jvm.classes"), "^$");
        this.liberty = Liberty.with(files, Path.of(task.text("jvm.liberty")));
    }

    @Override
    public Map<String, Double> run(Task task) throws IOException, InterruptedException {
        int port = Liberty.freePort();
        long began = System.nanoTime();
        var process = liberty.start(port);
        try {
            while (!answers(port)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE) {
                    throw new IOException(Files.readString(liberty.user().resolve("console.log")));
                }
                Thread.sleep(5);
            }
            double millis = (System.nanoTime() - began) / 1e6;
            var processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
            return Map.of("millis", millis, "processor", (double) processor.toMillis());
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** While a server starts it refuses connections, or knows no application. */
    private static boolean answers(int port) {
        try {
            var uri = URI.create("http://127.0.0.1:" + port + "/api/bench/1x0/place-order-0");
            var request = (HttpURLConnection) uri.toURL().openConnection();
            request.setRequestMethod("POST");
            request.setRequestProperty("Content-Type", "application/json");
            request.setDoOutput(true);
            request.getOutputStream().write(RespClient.bytes("{\"id\":\"1\",\"customer\":\"c\",\"lines\":[]}"));
            return request.getResponseCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
