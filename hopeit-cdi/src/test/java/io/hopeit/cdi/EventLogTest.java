package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.PostEvent;
import io.hopeit.TrackIds;
import io.hopeit.logging.EventLog;
import io.hopeit.logging.Extra;
import io.hopeit.logging.LogLines;
import io.hopeit.spi.EventRunner;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLogTest {

    @PostEvent("items.save")
    static class Save {
        @Inject
        EventLog log;

        String save(String id) {
            log.info("saved", Extra.of("something_id", id), Extra.of("size", 1.5));
            return id;
        }
    }

    @PostEvent("items.check")
    static class Check {
        String check(String id, EventLog log) {
            log.debug("looking");
            log.warning("odd", Extra.of("why", null));
            log.error("broken", new IllegalStateException("why"));
            return id;
        }
    }

    private static void run(Deployed deployed, String event) throws Exception {
        var catalogue = deployed.catalogue();
        var ids = new TrackIds(Map.of("track.request_id", "r1"));
        var context = new EventContext(
                catalogue.app(), Optional.empty(), event, ids, "AUTO", Identity.ANONYMOUS, Instant.now());
        deployed.container()
                .select(EventRunner.class)
                .get()
                .run(deployed.event(event), "42", EventRunner.Arguments.NONE, context);
    }

    @Test
    void aLineOfAStepCarriesEventAndTrackIds() throws Exception {
        try (var deployed = Deployed.of(Save.class, EventLog.class);
                var lines = LogLines.of("hopeit", "line")) {
            run(deployed, "items.save");
            assertThat(lines.untimed())
                    .containsExactly("INFO | shop 1.0 items.save vm 5260 | saved | extra.something_id=42"
                            + " | extra.size=1.500 | track.request_id=r1");
        }
    }

    @Test
    void aStepCanHaveItAsParameterAndLogAtAnyLevel() throws Exception {
        try (var deployed = Deployed.of(Check.class, EventLog.class);
                var lines = LogLines.of("hopeit.shop.1x0.items.check", "line")) {
            run(deployed, "items.check");
            assertThat(lines.untimed())
                    .satisfiesExactly(
                            warning -> assertThat(warning)
                                    .isEqualTo("WARNING | shop 1.0 items.check vm 5260 | odd | extra.why=null"
                                            + " | track.request_id=r1"),
                            error -> assertThat(error)
                                    .startsWith("ERROR | shop 1.0 items.check vm 5260 | broken"
                                            + " | track.request_id=r1 | trace=%5B%22java.lang.Ill"));
        }
    }

    @Test
    void outsideOfRunsALineCarriesTheApplication() {
        try (var deployed = Deployed.of(Save.class, EventLog.class);
                var lines = LogLines.of("hopeit.shop.1x0", "line")) {
            deployed.container().select(EventLog.class).get().info("ready");
            assertThat(lines.untimed()).containsExactly("INFO | shop 1.0 app vm 5260 | ready");
        }
    }

    @Test
    void itCanBeMadeWhereNothingIsInjected() {
        try (var lines = LogLines.of("hopeit.tool.2x1", "line")) {
            new EventLog(new App("tool", "2.1")).error("broken", Extra.of("api_token", "S3CR3T"));
            assertThat(lines.untimed()).containsExactly("ERROR | tool 2.1 app vm 5260 | broken | extra.api_token=***");
        }
    }

    @Test
    void anExceptionWithoutAMessageDoesNoHarm() {
        try (var lines = LogLines.of("hopeit.tool.2x1", "line")) {
            new EventLog(new App("tool", "2.1")).warning(new NullPointerException().getMessage());
            assertThat(lines.untimed()).containsExactly("WARNING | tool 2.1 app vm 5260 | null");
        }
    }
}
