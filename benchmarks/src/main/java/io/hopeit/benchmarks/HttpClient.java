package io.hopeit.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** Sends the same order again and again on one connection, each when the last one is answered. */
record HttpClient(int port, int count) implements Runnable {
    private static final String LENGTH = "content-length:";

    @Override
    public void run() {
        var body = Order.json(1, 1, 200);
        var request = RespClient.bytes(
                ("POST /api/bench/1x0/echo-order HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Accept: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < count; i++) {
                long sent = System.nanoTime();
                socket.getOutputStream().write(request);
                skipAnswer(in);
                Latencies.done(sent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipAnswer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException(status);
        }
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            line.append((char) c);
        }
        in.skipNBytes(1);
        return line.toString();
    }
}
