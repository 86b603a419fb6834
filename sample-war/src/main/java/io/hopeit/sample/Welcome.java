package io.hopeit.sample;

import io.hopeit.App;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.ManagedThreads;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says, once the server is up, where to look and what to try. */
@ApplicationScoped
class Welcome {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Inject
    ManagedThreads threads;

    private volatile @Nullable Thread waiting;
    private volatile boolean isTaken;

    /** Who listens by now is somebody else, or a server that only gets this application anew. */
    void look(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object start,
            @ConfigProperty(name = "server.port", defaultValue = "8080") int port) {
        isTaken = listens(port);
    }

    /** Helidon listens by now; others do when all applications have started. */
    void ready(
            @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1000) @Initialized(ApplicationScoped.class)
                    Object start,
            @ConfigProperty(name = "server.port", defaultValue = "8080") int port,
            EventCatalogue catalogue) {
        if (isTaken) {
            return; // the server says so
        }
        // for people to copy, and so not in the log, which would have it escaped
        var text = text("http://localhost:" + port, catalogue.app());
        waiting = threads.work("welcome", () -> whenItListens(port, text));
    }

    private static void whenItListens(int port, String text) {
        try {
            while (!listens(port)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            System.out.println(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @PreDestroy
    void stop() {
        var thread = waiting;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private static String text(String url, App app) {
        var api = url + app.path();
        return """
                Ready at %1$s
                  OpenAPI  %1$s/openapi   to read and try: %1$s/openapi/ui (log in as user, pass)
                  AsyncAPI %1$s/asyncapi
                  Health   %1$s/health/ready   Metrics  %1$s/metrics
                Try
                  TOKEN=$(curl -s -u user:pass %2$s/basic-auth/1x0/login | sed 's/.*access_token":"\\([^"]*\\).*/\\1/')
                  curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"id":"ev1","user":{"id":"u1","name":"n"}}' %2$s/streams/something-event
                  curl -s -H "Authorization: Bearer $TOKEN" "%2$s/query-something?item_id=ev1&partition_key=$(date -u +%%Y/%%m/%%d/%%H)"
                  curl -s '%2$s/list-somethings-unsecured?wildcard=*'""".formatted(url, api);
    }
}
