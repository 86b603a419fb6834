package io.hopeit.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server of 127.0.0.1 that answers in one way. */
record Answers(HttpServer server) implements AutoCloseable {
    static Answers with(HttpHandler handler) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        var server = HttpServer.create(address, 0);
        server.createContext("/openapi", handler);
        server.start();
        return new Answers(server);
    }

    static Answers with(Document document) throws IOException {
        var text = document.text();
        return with(exchange -> answer(exchange, 200, text));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/openapi");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
