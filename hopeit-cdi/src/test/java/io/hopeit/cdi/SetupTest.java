package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.EventContext;
import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.SetupEvent;
import io.hopeit.Steps;
import io.hopeit.TrackIds;
import io.hopeit.WriteStream;
import io.hopeit.cdi.apps.store.Store;
import io.hopeit.spi.EventListener;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetupTest {

    @SetupEvent(order = 2)
    static class Alpha {
        void run() {}
    }

    @SetupEvent
    static class Gamma {
        void run() {}
    }

    @SetupEvent
    static class Beta {
        void run() {}
    }

    @SetupEvent(order = -1)
    @WriteStream("created")
    @Steps({"create", "count"})
    static class Zeta {
        String create() {
            return "abc";
        }

        Integer count(String text) {
            return text.length();
        }
    }

    @ServiceEvent
    static class Serves {
        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.iterate(1, n -> n + 1).takeWhile(n -> n == 1 || loop.pause(Duration.ofHours(1)));
        }

        void run(Integer n) {}
    }

    private static final Class<?>[] ALL = {
        Alpha.class, Beta.class, Gamma.class, Zeta.class, Serves.class, Heard.class, Published.class
    };

    @Test
    void setupEventsRunInTheirOrderBeforeServices() throws Exception {
        try (var deployed = Deployed.of(ALL)) {
            var all = deployed.get(Heard.class).all();
            Until.isTrue(() -> all.size() == 10);
            assertThat(all)
                    .containsExactly(
                            "START shop.1x0.zeta",
                            "DONE shop.1x0.zeta",
                            "START shop.1x0.beta",
                            "DONE shop.1x0.beta",
                            "START shop.1x0.gamma",
                            "DONE shop.1x0.gamma",
                            "START shop.1x0.alpha",
                            "DONE shop.1x0.alpha",
                            "START shop.1x0.serves",
                            "DONE shop.1x0.serves");
        }
    }

    @Test
    void theResultOfASetupEventIsPublished() {
        try (var deployed = Deployed.of(Zeta.class, Published.class)) {
            assertThat(deployed.get(Published.class).values()).containsExactly(3);
        }
    }

    @SetupEvent("setup.broken")
    static class Broken {
        void run() throws IOException {
            throw new IOException("disk full");
        }
    }

    @SetupEvent(order = 1)
    static class Never {
        static final AtomicBoolean RUN = new AtomicBoolean();

        void run() {
            RUN.set(true);
        }
    }

    @Test
    void theApplicationDoesNotStartWhenOneFails() {
        assertThatThrownBy(() -> Deployed.of(Broken.class, Never.class))
                .hasStackTraceContaining(
                        "the setup event shop.1x0.setup.broken has failed, so the application does not start: "
                                + "java.io.IOException: disk full");
        assertThat(Never.RUN).isFalse();
    }

    @RequestScoped
    static class Visit {
        boolean isThere() {
            return true;
        }
    }

    @SetupEvent
    static class Scoped {
        static final AtomicBoolean SEEN = new AtomicBoolean();

        void run(EventContext context, Visit visit) {
            SEEN.set(visit.isThere());
        }
    }

    @Test
    void aSetupEventHasARequestScope() {
        try (var deployed = Deployed.of(Scoped.class, Visit.class)) {
            assertThat(Scoped.SEEN).isTrue();
        }
    }

    @Test
    void listenersSeeWhatRanWithIdsOfItsOwn() {
        var config = Map.of("hopeit.app.plugins", "file-store");
        try (var deployed = Deployed.with(config, Store.Prepare.class, Heard.class)) {
            EventListener.Run run = deployed.get(Heard.class).ended().getFirst();
            EventContext context = run.context();
            assertThat(run.outcome()).isEqualTo(EventListener.Outcome.DONE);
            assertThat(run.failure()).isEmpty();
            assertThat(context.eventName()).isEqualTo("prepare");
            assertThat(context.app().key()).isEqualTo("shop.1x0");
            assertThat(context.plugin().orElseThrow().key()).isEqualTo("file_store.1x1");
            assertThat(context.trackIds().get(TrackIds.EVENT_APP)).contains("shop.1x0");
            assertThat(context.trackIds().get(TrackIds.EVENT_PLUGIN)).contains("file_store.1x1");
            assertThat(context.trackIds().requestId()).isNotEmpty();
            assertThat(context.trackIds().operationId())
                    .isNotEmpty()
                    .isNotEqualTo(context.trackIds().requestId());
        }
    }
}
