package io.hopeit.benchmarks;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A process of an Open Liberty that answers.
 *
 * @param process of the server
 * @param port where it listens
 */
record LibertyServer(Process process, int port) implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
    private static final int OK = 200;

    /** Starts one, and returns when it has answered. */
    static LibertyServer start(Liberty liberty, String path, String json) throws IOException, InterruptedException {
        int port = freePort();
        long began = System.nanoTime();
        var server = new LibertyServer(liberty.start(port), port);
        try {
            while (!server.answers(path, json)) {
                if (!server.process.isAlive() || System.nanoTime() - began > PATIENCE) {
                    throw new IOException(Files.readString(liberty.user().resolve("console.log")));
                }
                Thread.sleep(5);
            }
        } catch (IOException | InterruptedException e) {
            server.close();
            throw e;
        }
        return server;
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** While a server starts it refuses connections, or knows no application. */
    private boolean answers(String path, String json) {
        try {
            var uri = URI.create("http://127.0.0.1:" + port + "/api/bench/1x0/" + path);
            var request = (HttpURLConnection) uri.toURL().openConnection();
            request.setRequestMethod("POST");
            request.setRequestProperty("Content-Type", "application/json");
            request.setDoOutput(true);
            request.getOutputStream().write(RespClient.bytes(json));
            return request.getResponseCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it has taken so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The beans of its JVM. */
    @SuppressWarnings("BanJNDI") // a process that we have started tells the address
    JMXConnector beans() throws IOException {
        try {
            var jvm = VirtualMachine.attach("" + process.pid());
            try {
                return JMXConnectorFactory.connect(new JMXServiceURL(jvm.startLocalManagementAgent()));
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
