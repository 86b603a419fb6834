package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.AddConfig;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Traces on a Helidon with telemetry, which the build adds for this test only, in an execution of its own. */
@EnabledIfSystemProperty(named = "has.telemetry", matches = "true")
@HelidonTest
@AddConfig(key = "otel.sdk.disabled", value = "false")
@AddConfig(key = "otel.traces.exporter", value = "logging")
@AddConfig(key = "otel.metrics.exporter", value = "none")
@AddConfig(key = "otel.logs.exporter", value = "none")
@AddConfig(key = "otel.bsp.schedule.delay", value = "50")
class TelemetryTest {
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";
    private static final Logger EXPORTER = Logger.getLogger("io.opentelemetry.exporter.logging.LoggingSpanExporter");
    private static final Exported EXPORTED = new Exported();

    @Inject
    WebTarget server;

    /** What the exporter has logged: {@code 'name' : <trace id> <span id> KIND …}. */
    private static final class Exported extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    static void listen() {
        EXPORTER.addHandler(EXPORTED);
    }

    @AfterAll
    static void stopListening() {
        EXPORTER.removeHandler(EXPORTED);
    }

    private String answered(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.getUri() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("traceparent")
                    .orElse("");
        }
    }

    private static void awaitSpan(String start) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(EXPORTED.lines)
                .anySatisfy(line -> assertThat(line).startsWith(start)));
    }

    @Test
    void theResponseSaysTheSpanOfTheRunInTheTraceOfTheRequest() throws Exception {
        var answered =
                answered("/api/shop/1x0/greet/a?times=1", "traceparent", "00-%s-%s-01".formatted(TRACE_ID, PARENT));

        assertThat(answered).matches("00-" + TRACE_ID + "-[0-9a-f]{16}-01").doesNotContain(PARENT);
        var span = answered.split("-")[2];
        awaitSpan("'greet' : %s %s INTERNAL [tracer: io.hopeit:]".formatted(TRACE_ID, span));
        awaitSpan("'greet.greet' : %s".formatted(TRACE_ID));
    }

    @Test
    void theRunIsInTheTraceThatTheServerHasBegun() throws Exception {
        var answered = answered("/api/shop/1x0/greet/b?times=1").split("-");

        awaitSpan("'greet' : %s %s INTERNAL".formatted(answered[1], answered[2]));
        awaitSpan("'/api/shop/1x0/greet/{name}' : %s".formatted(answered[1]));
    }
}
