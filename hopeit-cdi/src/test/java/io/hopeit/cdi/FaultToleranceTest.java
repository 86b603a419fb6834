package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.PostEvent;
import io.smallrye.faulttolerance.FaultToleranceExtension;
import io.smallrye.metrics.legacyapi.LegacyMetricsExtension;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.Test;

class FaultToleranceTest {

    @PostEvent
    static class Flaky {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Retry(maxRetries = 2, delay = 0, jitter = 0)
        String save(String text) throws IOException {
            if (CALLS.incrementAndGet() < 3) {
                throw new IOException("not yet");
            }
            return text;
        }
    }

    @Test
    void retryAppliesToAStep() throws Exception {
        var weld =
                Deployed.weld(Flaky.class).addExtensions(new FaultToleranceExtension(), new LegacyMetricsExtension());
        try (var deployed = new Deployed(weld.initialize())) {
            assertThat(deployed.run("flaky", "x")).isEqualTo("x");
            assertThat(Flaky.CALLS).hasValue(3);
        }
    }
}
