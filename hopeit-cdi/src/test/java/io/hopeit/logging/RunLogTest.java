package io.hopeit.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.cdi.EventsExtension;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.Trigger;
import io.smallrye.config.inject.ConfigExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunLogTest {
    private static final String CHECK_ENUM = "simple-example 0.30 check_enum vm 5260 | ";
    private static final Duration ELAPSED = Duration.ofNanos(403_600);

    private static WeldContainer container;

    private final RunLog runs = new RunLog();
    private LogLines lines;

    @GetEvent("check_enum")
    static class CheckEnum {
        String check() {
            return "ok";
        }
    }

    @StreamEvent(value = "streams.process_events", read = "streams.something_event")
    static class ProcessEvents {
        void process(String payload) {}
    }

    @BeforeAll
    static void deploy() {
        var events = new EventsExtension();
        events.serves(Trigger.Http.class);
        events.serves(Trigger.Read.class);
        container = new Weld()
                .disableDiscovery()
                .addExtensions(events, new ConfigExtension())
                .addBeanClasses(CheckEnum.class, ProcessEvents.class)
                .initialize();
    }

    @AfterAll
    static void undeploy() {
        container.close();
    }

    @BeforeEach
    void listen() {
        lines = LogLines.of("hopeit", "line");
    }

    @AfterEach
    void stop() {
        lines.close();
    }

    private static EventDefinition event(String name) {
        var catalogue = container.select(EventCatalogue.class).get();
        return catalogue.event(catalogue.app().key() + "." + name);
    }

    private static EventContext context(String event) {
        var app = new App("simple-example", "0.30");
        var ids = new TrackIds(Map.of("track.operation_id", "7394", "track.caller", "")); // one that was not sent
        return new EventContext(app, Optional.empty(), event, ids, "AUTO", Identity.ANONYMOUS, Instant.now());
    }

    private static Run checkEnum(Outcome outcome, int status, @Nullable Throwable thrown) {
        return new Run(
                event("check_enum"),
                context("check_enum"),
                outcome,
                ELAPSED,
                () -> Map.of("response.status", status),
                Optional.ofNullable(thrown));
    }

    @Test
    void aRunStarts() {
        runs.started(event("check_enum"), context("check_enum"));
        assertThat(lines.untimed()).containsExactly("INFO | " + CHECK_ENUM + "START | track.operation_id=7394");
    }

    @Test
    void aRequestIsDoneWithItsStatusBeforeItsDuration() {
        runs.ended(checkEnum(Outcome.DONE, 200, null));
        assertThat(lines.untimed())
                .containsExactly("INFO | " + CHECK_ENUM
                        + "DONE | response.status=200 | metrics.duration=0.404 | track.operation_id=7394");
    }

    @Test
    void aMessageIsDoneWithItsDurationBeforeTheOtherMetrics() {
        var extras = new LinkedHashMap<String, Object>();
        extras.put("stream.app_key", "simple_example.0x30");
        extras.put("stream.event_name", "streams.process_events");
        extras.put("stream.name", "simple_example.0x30.streams.something_event.high-prio");
        extras.put("stream.consumer_group", "simple_example.0x30.streams.process_events");
        extras.put("stream.queue", "high-prio");
        extras.put("metrics.stream_age", 77.098);
        extras.put("metrics.request_elapsed", 909.055);
        var event = event("streams.process_events");
        var elapsed = Duration.ofNanos(818_429_000);
        runs.ended(new Run(
                event, context("streams.process_events"), Outcome.DONE, elapsed, () -> extras, Optional.empty()));
        assertThat(lines.untimed())
                .containsExactly("INFO | simple-example 0.30 streams.process_events vm 5260 | DONE"
                        + " | stream.app_key=simple_example.0x30 | stream.event_name=streams.process_events"
                        + " | stream.name=simple_example.0x30.streams.something_event.high-prio"
                        + " | stream.consumer_group=simple_example.0x30.streams.process_events"
                        + " | stream.queue=high-prio | metrics.duration=818.429 | metrics.stream_age=77.098"
                        + " | metrics.request_elapsed=909.055 | track.operation_id=7394");
    }

    @Test
    void aRefusedRequestIsIgnored() {
        runs.ended(checkEnum(Outcome.IGNORED, 400, null));
        assertThat(lines.untimed())
                .containsExactly("WARNING | " + CHECK_ENUM
                        + "IGNORED | response.status=400 | metrics.duration=0.404 | track.operation_id=7394");
    }

    @Test
    void aFailureHasItsTrace() {
        var thrown = new IllegalStateException("why");
        runs.ended(checkEnum(Outcome.FAILED, 500, thrown));
        assertThat(lines.untimed())
                .singleElement()
                .asString()
                .startsWith("ERROR | " + CHECK_ENUM + "FAILED | response.status=500 | metrics.duration=0.404"
                        + " | track.operation_id=7394 | trace=%5B%22java.lang.IllegalStateException%3A%20why%22%2C");
    }

    @Test
    void anEventCanBeMadeQuiet() {
        var quiet = java.util.logging.Logger.getLogger("hopeit.simple_example.0x30.check_enum");
        quiet.setLevel(Level.WARNING);
        try {
            runs.started(event("check_enum"), context("check_enum"));
            runs.started(event("streams.process_events"), context("streams.process_events"));
            assertThat(lines.untimed()).singleElement().asString().contains(" streams.process_events ");
        } finally {
            quiet.setLevel(null);
        }
    }
}
