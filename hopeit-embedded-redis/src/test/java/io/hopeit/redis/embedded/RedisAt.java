package io.hopeit.redis.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a client sees of the server on a port. */
record RedisAt(int port) {

    static RedisAt uri(String uri) {
        return new RedisAt(URI.create(uri).getPort());
    }

    /** All that the server answers to a command, or the empty string if nobody is there. */
    String answer(String command) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    boolean answers() {
        return answer("PING").startsWith("+PONG");
    }

    long pid() {
        return Long.parseLong(answer("INFO server").replaceFirst("(?s).*process_id:(\\d+).*", "$1"));
    }

    Path directory() {
        return Path.of(answer("CONFIG GET dir").split("\r\n")[4]);
    }
}
