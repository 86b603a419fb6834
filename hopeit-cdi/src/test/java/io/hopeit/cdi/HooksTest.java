package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.EventRunner.Arguments;
import jakarta.ws.rs.HeaderParam;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HooksTest {

    @PostEvent
    static class Hooked {
        @Preprocess
        Integer before(String body, @HeaderParam("times") int times, EventContext context) throws IOException {
            if (body.isEmpty()) {
                throw new IOException("no body");
            }
            assertThat(CurrentEvent.context()).contains(context);
            return body.length() * times;
        }

        Integer step(Integer n) {
            return n + 1;
        }

        @Postprocess
        String after(Integer n, EventContext context) throws InterruptedException {
            Thread.sleep(100);
            return context.identity().name() + " " + n;
        }
    }

    private static Object call(Deployed deployed, String hook, Object payload) throws Exception {
        EventDefinition event = deployed.event("hooked");
        var call = event.flow()
                .calls()
                .filter(c -> c.name().equals(hook))
                .findFirst()
                .orElseThrow();
        var somebody = new Identity(AuthMethod.BASIC, "ann", Map.of(), true);
        var plain = Deployed.context(event);
        var context = new EventContext(
                plain.app(), plain.plugin(), plain.eventName(), plain.trackIds(), "AUTO", somebody, Instant.now());
        return deployed.get(EventRunner.class).call(event, call, payload, parameter -> 2, context);
    }

    @Test
    void aHookIsCalledWithItsPayloadItsParametersAndTheContext() throws Exception {
        try (var deployed = Deployed.of(Hooked.class)) {
            assertThat(call(deployed, "before", "abc")).isEqualTo(6);
            assertThat(call(deployed, "after", 4)).isEqualTo("ann 4");
            assertThat(CurrentEvent.context()).isEmpty();
        }
    }

    @Test
    void theTimeoutDoesNotHoldForIt() throws Exception {
        try (var deployed = Deployed.with(Map.of("hopeit.event.hooked.timeout", "PT0.02S"), Hooked.class)) {
            assertThat(call(deployed, "after", 4)).isEqualTo("ann 4");
        }
    }

    @Test
    void whatItThrowsComesOutAsItIs() {
        try (var deployed = Deployed.of(Hooked.class)) {
            assertThatThrownBy(() -> call(deployed, "before", ""))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("no body");
        }
    }

    @Test
    void theStepsRunWithoutIt() throws Exception {
        try (var deployed = Deployed.of(Hooked.class)) {
            assertThat(deployed.run("hooked", 6, Arguments.NONE)).isEqualTo(7);
            assertThat(deployed.event("hooked").flow().first().name()).isEqualTo("before");
        }
    }
}
