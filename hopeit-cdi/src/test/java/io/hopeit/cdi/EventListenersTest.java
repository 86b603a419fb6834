package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.Step;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

class EventListenersTest {

    @PostEvent
    static class Save {
        String save(String text) {
            return "saved " + text;
        }
    }

    @ApplicationScoped
    static class CannotWatch implements EventListener {
        @Override
        public Watch watch(EventDefinition event, EventContext context) {
            throw new IllegalStateException("cannot watch");
        }

        @Override
        public void ended(Run run) {}
    }

    @ApplicationScoped
    static class CannotWatchSteps implements EventListener {
        @Override
        public Watch watch(EventDefinition event, EventContext context) {
            return new Watch() {
                @Override
                public Watch step(Step.Call step) {
                    throw new IllegalStateException("cannot watch " + step.name());
                }

                @Override
                public void close() {
                    throw new IllegalStateException("cannot close");
                }
            };
        }

        @Override
        public void ended(Run run) {}
    }

    @Test
    void aListenerThatCannotWatchDoesNoHarmToTheRun() throws Exception {
        try (var deployed = Deployed.of(Save.class, CannotWatch.class)) {
            assertThat(deployed.run("save", "a")).isEqualTo("saved a");
        }
    }

    @Test
    void aWatchThatThrowsDoesNoHarmToTheRun() throws Exception {
        try (var deployed = Deployed.of(Save.class, CannotWatchSteps.class)) {
            assertThat(deployed.run("save", "a")).isEqualTo("saved a");
        }
    }
}
