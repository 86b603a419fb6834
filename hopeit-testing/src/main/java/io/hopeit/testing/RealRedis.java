package io.hopeit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.Keys;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The Redis that tests run on, if they are to run on one.
 *
 * @param uri where it is
 */
record RealRedis(URI uri) {
    /** System property: {@code embedded}, or the URI of one. */
    static final String PROPERTY = "hopeit.testing.redis";

    private static final String EMBEDDED = "embedded";
    private static final int PORT = 6379;
    private static final String DELETE = "redis.call('del', ARGV[1]) "
            + "for _, key in ipairs(redis.call('keys', ARGV[2])) do redis.call('del', key) end "
            + "return 'OK'";

    static Optional<RealRedis> wanted() {
        var text = System.getProperty(PROPERTY, "");
        if (text.isEmpty() || text.equals("false")) {
            return Optional.empty();
        }
        if (text.equals(EMBEDDED)) {
            return Optional.of(new RealRedis(URI.create(Embedded.SERVER.uri())));
        }
        if (!text.startsWith("redis://")) {
            throw new IllegalStateException(
                    "-D%s=%s is neither \"embedded\" nor like redis://localhost:6379: one server without TLS is meant."
                            .formatted(PROPERTY, text));
        }
        return Optional.of(new RealRedis(URI.create(text)));
    }

    /** Started when it is first asked for; it ends with this process. */
    private static final class Embedded {
        static final EmbeddedRedis SERVER = EmbeddedRedis.start();
    }

    /** Deletes streams, and what is beside them. */
    void clear(Iterable<String> keys) {
        try (var socket = new Socket(uri.getHost(), port())) {
            logIn(socket);
            for (String key : keys) {
                call(socket, List.of("EVAL", DELETE, "0", key, Keys.beside(key) + "*"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the Redis at %s:%d, which -D%s names, cannot be used: %s. Start one there, correct the address, or say \"embedded\"."
                            .formatted(uri.getHost(), port(), PROPERTY, e.getMessage()),
                    e);
        }
    }

    private int port() {
        return uri.getPort() < 0 ? PORT : uri.getPort();
    }

    private void logIn(Socket socket) throws IOException {
        if (uri.getUserInfo() != null) {
            var parts = uri.getUserInfo().split(":", 2);
            call(
                    socket,
                    parts.length == 1 || parts[0].isEmpty()
                            ? List.of("AUTH", parts[parts.length - 1])
                            : List.of("AUTH", parts[0], parts[1]));
        }
        if (uri.getPath().length() > 1) {
            call(socket, List.of("SELECT", uri.getPath().substring(1)));
        }
    }

    private static void call(Socket socket, List<String> words) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("*%d\r\n".formatted(words.size()).getBytes(UTF_8));
        for (String word : words) {
            var text = word.getBytes(UTF_8);
            bytes.writeBytes("$%d\r\n".formatted(text.length).getBytes(UTF_8));
            bytes.writeBytes(text);
            bytes.writeBytes("\r\n".getBytes(UTF_8));
        }
        socket.getOutputStream().write(bytes.toByteArray());
        read(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
    }

    /** One call after another, so nothing comes after its answer; {@code OK} may be of two lines. */
    private static void read(BufferedReader in) throws IOException {
        var line = in.readLine();
        if (line == null || line.startsWith("-")) {
            throw new IOException(String.valueOf(line));
        }
        if (line.startsWith("$")) {
            line = in.readLine();
        }
    }
}
