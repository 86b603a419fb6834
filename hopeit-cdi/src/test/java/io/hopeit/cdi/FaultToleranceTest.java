package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.PostEvent;
import io.hopeit.spi.RequestScopes;
import io.smallrye.faulttolerance.FaultToleranceExtension;
import io.smallrye.metrics.legacyapi.LegacyMetricsExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
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

    private static Deployed deploy(Class<?>... beans) {
        var weld = Deployed.weld(beans).addExtensions(new FaultToleranceExtension(), new LegacyMetricsExtension());
        return new Deployed(weld.initialize());
    }

    @Test
    void retryAppliesToAStep() throws Exception {
        try (var deployed = deploy(Flaky.class)) {
            assertThat(deployed.run("flaky", "x")).isEqualTo("x");
            assertThat(Flaky.CALLS).hasValue(3);
        }
    }

    @RequestScoped
    static class Counter {
        private int count;

        int next() {
            return ++count;
        }
    }

    @ApplicationScoped
    static class Elsewhere {
        @Inject
        Counter counter;

        @Asynchronous
        Future<Integer> next() {
            return CompletableFuture.completedFuture(counter.next());
        }
    }

    @PostEvent
    static class CountsElsewhere {
        List<Integer> count(String text, Counter counter, Elsewhere elsewhere) throws Exception {
            return List.of(counter.next(), elsewhere.next().get(10, TimeUnit.SECONDS), counter.next());
        }
    }

    @Test
    void anAsynchronousMethodHasARequestScopeOfItsOwn() throws Exception {
        try (var deployed = deploy(Counter.class, Elsewhere.class, CountsElsewhere.class)) {
            var counts = deployed.get(RequestScopes.class)
                    .inNew(Optional.empty(), () -> deployed.run("counts_elsewhere", "x"));

            assertThat(counts).isEqualTo(List.of(1, 1, 2));
        }
    }
}
