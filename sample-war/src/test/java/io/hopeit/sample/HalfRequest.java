package io.hopeit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/** A request whose sender takes a break in the middle of the body, once the server has begun to read it. */
final class HalfRequest implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answer;
    private final byte[] rest;

    private HalfRequest(Socket socket, byte[] rest) throws IOException {
        this.socket = socket;
        this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        this.rest = rest;
    }

    /** Sends the first half in the name of the demo user; the server asks for the body before it gets it. */
    static HalfRequest begin(SampleServer server, String path, String json) throws IOException {
        var token = server.token("user", "pass");
        var body = json.getBytes(UTF_8);
        var address = URI.create(server.url());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) SampleServer.SOON.toMillis());
        var begun = new HalfRequest(socket, Arrays.copyOfRange(body, body.length / 2, body.length));
        begun.send("""
                POST %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d
                Expect: 100-continue

                """.formatted(path, token, body.length).replace("\n", "\r\n").getBytes(UTF_8));
        begun.awaitLine("HTTP/1.1 100");
        begun.send(Arrays.copyOf(body, body.length / 2));
        return begun;
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends the rest, and returns the first line of the answer. */
    String end() throws IOException {
        send(rest);
        return awaitLine("HTTP/1.1 ");
    }

    private String awaitLine(String beginning) throws IOException {
        for (var line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("the connection has ended without " + beginning);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
