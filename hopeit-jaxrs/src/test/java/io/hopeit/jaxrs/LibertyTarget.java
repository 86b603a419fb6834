package io.hopeit.jaxrs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Serves the test events of a module on Open Liberty, at {@code -Dtest.liberty}, as a WAR, and lets its tests ask that: with
 * {@code -Pliberty-it}. The server ends with the tests.
 */
public final class LibertyTarget implements TestExecutionListener {
    /** Where it speaks HTTP/2, on a port of its own. */
    static final String HTTP_2 = "test.http2-url";

    /** Where its logs are. */
    static final String LOGS = "test.liberty-logs";

    private static final Path TARGET = Path.of(System.getProperty("test.target", "target"));
    private static final String HOME = System.getProperty("test.liberty", "");
    /** Which answer 200 or 401 when all is there. */
    private static final List<String> READY =
            List.of(System.getProperty("test.ready", "").split(","));

    @Override
    public void testPlanExecutionStarted(TestPlan tests) {
        if (!HOME.isEmpty() && tests.containsTests() && Target.elsewhere().isEmpty()) {
            try {
                System.setProperty(Target.ELSEWHERE, start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String start() throws IOException {
        int port = freePort();
        var log = Files.createTempFile(TARGET, "liberty-", ".log");
        var builder = new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log.toFile());
        var user = user(port);
        System.setProperty(LOGS, user.resolve("servers/defaultServer/logs").toString());
        builder.environment().put("WLP_USER_DIR", user.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        int http2 = freePort();
        builder.environment().put("HTTP2_PORT", Integer.toString(http2));
        System.setProperty(HTTP_2, "http://localhost:" + http2);
        builder.environment().put("TEST_TARGET", TARGET.toString());
        builder.environment().put("TEST_WAR", TestWar.of(TARGET).toString());
        var server = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        var url = "http://localhost:" + port;
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> !server.isAlive() || isReady(url));
        if (!server.isAlive()) {
            throw new IllegalStateException("Open Liberty has ended:\n" + Files.readString(log));
        }
        return url;
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "@" + Path.of(HOME, "lib/platform/java/java24.options"),
                "-javaagent:" + Path.of(HOME, "bin/tools/ws-javaagent.jar"),
                "-cp",
                Path.of(HOME, "bin/tools/ws-server.jar").toString(),
                "com.ibm.ws.kernel.boot.cmdline.EnvCheck",
                "defaultServer");
    }

    /** What belongs to this server only. */
    private static Path user(int port) throws IOException {
        var user = TARGET.resolve("liberty-" + port);
        var server = Files.createDirectories(user.resolve("servers/defaultServer"));
        Files.copy(TARGET.resolve("../src/test/liberty/server.xml"), server.resolve("server.xml"));
        return user;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady(String url) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (String path : READY) {
                var request = HttpRequest.newBuilder(URI.create(url + path)).build();
                if (client.send(request, BodyHandlers.discarding()).statusCode() > 401) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
