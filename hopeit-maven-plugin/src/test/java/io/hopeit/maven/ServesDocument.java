package io.hopeit.maven;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An application whose document has, as paths, the system properties it was started with. It begins with an answer that
 * it is not ready, as servers do.
 */
final class ServesDocument {
    private ServesDocument() {}

    public static void main(String[] args) throws IOException {
        System.out.println("pid " + ProcessHandle.current().pid());
        System.out.println("in " + Path.of("").toAbsolutePath());
        var address = new InetSocketAddress(
                InetAddress.getByName(System.getProperty("server.host")), Integer.getInteger("server.port"));
        var server = HttpServer.create(address, 0);
        var asked = new AtomicInteger();
        server.createContext("/openapi", exchange -> {
            try (exchange) {
                var status = asked.getAndIncrement() == 0 ? 503 : 200;
                var body = document().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private static String document() {
        return """
                {"openapi": "3.0.3", "info": {"title": "t", "version": "%s"}, "paths": {"/%s/%s": {"get": {}}}}""".formatted(
                        System.getProperty("version"),
                        System.getProperty("hopeit.streams.broker"),
                        System.getProperty("hopeit.streams.start"));
    }
}
