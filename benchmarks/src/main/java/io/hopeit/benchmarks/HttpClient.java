package io.hopeit.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Sends the same request again and again on one connection, each when the last one is answered. */
record HttpClient(Task task, int count) implements Runnable {
    @Override
    public void run() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), task.number("http-port"))) {
            socket.setTcpNoDelay(true);
            ask(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(Socket socket) throws IOException {
        var request = RespClient.bytes(request());
        InputStream in = socket.getInputStream();
        var answer = new HttpAnswer();
        for (int i = 0; i < count; i++) {
            long sent = System.nanoTime();
            socket.getOutputStream().write(request);
            answer.readFrom(in);
            Latencies.done(sent);
        }
    }

    private String request() {
        var body = task.text("method").equals("GET") ? "" : Order.json(1, 1, task.number("size"));
        var content =
                body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
        return "%s /api/bench/1x0/%s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n%s\r\n%s"
                .formatted(task.text("method"), task.text("path"), content, body);
    }
}
