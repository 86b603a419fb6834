package io.hopeit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The sample on the server that {@link ServerKind#current} names, in a process of its own, with a Redis that the test controls; or the one
 * at {@code -Dsample.base-url}, with the Redis at {@code -Dsample.redis-uri}.
 */
final class SampleServer implements AutoCloseable {
    static final String API = "/api/simple-example/1x0/";

    /** Longer than a busy machine keeps a Redis waiting that is there. */
    static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(20);

    /** What happens by itself has happened by then, also on a busy machine. */
    static final Duration SOON = Duration.ofSeconds(30);

    private static final Path TARGET = ServerKind.TARGET;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String url;
    private final String redisUri;
    private final Process process;
    private final Path log;
    private volatile String token = "";

    private SampleServer(String url, String redisUri, Process process, Path log) {
        this.url = url;
        this.redisUri = redisUri;
        this.process = process;
        this.log = log;
    }

    static boolean isElsewhere() {
        return !System.getProperty("sample.base-url", "").isEmpty();
    }

    /** A running sample elsewhere when there is one, else a new one. */
    static SampleServer start(EmbeddedRedis redis) throws IOException {
        return isElsewhere()
                ? new SampleServer(
                        System.getProperty("sample.base-url"),
                        System.getProperty("sample.redis-uri"),
                        null,
                        Path.of("elsewhere"))
                : start(redis.uri());
    }

    /** A new one; an empty URI lets it start a Redis of its own. */
    static SampleServer start(String redisUri, String... options) throws IOException {
        return start(ServerKind.current(), redisUri, Map.of(), options);
    }

    /** A new one on this server, with these variables in its environment. */
    static SampleServer start(ServerKind kind, String redisUri, Map<String, String> environment, String... options)
            throws IOException {
        return start(kind, redisUri, environment, List.of(), options);
    }

    /** A new one that has the events of {@link PlatformEvents} as well. */
    static SampleServer startWithPlatformEvents(String redisUri, Map<String, String> environment) throws IOException {
        return start(ServerKind.current(), redisUri, environment, List.of(PlatformEvents.jar()));
    }

    private static SampleServer start(
            ServerKind kind, String redisUri, Map<String, String> environment, List<Path> more, String... options)
            throws IOException {
        int port = freePort();
        var log = Files.createTempFile(TARGET, "sample-", ".log").toFile();
        var builder = new ProcessBuilder(command(kind, more, options))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().remove("HOPEIT_REDIS_URI");
        if (!redisUri.isEmpty()) {
            builder.environment().put("HOPEIT_REDIS_URI", redisUri);
        }
        builder.environment().put("HOPEIT_REDIS_COMMAND_TIMEOUT", COMMAND_TIMEOUT.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment()
                .put(
                        "SIMPLE_EXAMPLE_BASE_PATH",
                        TARGET.resolve("sample-" + port).toString());
        builder.environment().putAll(kind.environment(TARGET.resolve("server-" + port), more));
        builder.environment().putAll(environment);
        var server = new SampleServer("http://localhost:" + port, redisUri, builder.start(), log.toPath());
        server.awaitStart(log.toPath());
        return server;
    }

    private static List<String> command(ServerKind kind, List<Path> more, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.addAll(kind.arguments(more));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(Path log) throws IOException {
        try {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !process.isAlive() || answers());
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the sample did not start:\n" + Files.readString(log), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("the sample ended:\n" + Files.readString(log));
        }
    }

    private boolean answers() {
        try {
            return exchange(anonymous("/health/live").GET()).statusCode() == 200
                    && exchange(anonymous(API + "check-enum?enum_value=value1").GET()).statusCode() != 404;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it has logged so far, if it is ours. */
    List<String> logged() throws IOException {
        return Files.readAllLines(log);
    }

    /** Where it keeps its files. */
    Path base() {
        return TARGET.resolve("sample-" + URI.create(url).getPort());
    }

    String url() {
        return url;
    }

    String redisUri() {
        return redisUri;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** In the name of the demo user, unless the headers say otherwise. */
    HttpRequest.Builder request(String path, String... headers) throws IOException {
        boolean isAnonymous = List.of(headers).contains("Authorization") || !path.startsWith("/api/");
        var request = anonymous(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return isAnonymous ? request : request.header("Authorization", "Bearer " + token());
    }

    /** In nobody's name. */
    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    }

    private String token() throws IOException {
        if (token.isEmpty()) {
            token = token("user", "pass");
        }
        return token;
    }

    /** A token of somebody who logs in. */
    String token(String user, String password) throws IOException {
        var response = login(user, password);
        var found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(response.body());
        if (response.statusCode() != 200 || !found.find()) {
            throw new IllegalStateException("no login: " + response.statusCode() + " " + response.body());
        }
        return found.group(1);
    }

    HttpResponse<String> login(String user, String password) throws IOException {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return get(API + "basic-auth/1x0/login", "Authorization", "Basic " + credentials);
    }

    /** The response, which is as published if anything is. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        var response = exchange(request);
        Contract.check(response);
        return response;
    }

    /** The response, whoever gives it: while an application is replaced, the server itself. */
    HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Asks it to stop, as an operator does, and says how it ended. */
    int stop(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the sample did not stop within " + patience);
        }
        return process.exitValue();
    }

    /** As {@link #stop}, for a thread that may not be interrupted. */
    int stopped(Duration patience) {
        try {
            return stop(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether anybody can still connect. */
    boolean listens() {
        var address = URI.create(url);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    List<ProcessHandle> children() {
        return process.toHandle().descendants().toList();
    }

    @Override
    public void close() {
        if (process != null) {
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
}
