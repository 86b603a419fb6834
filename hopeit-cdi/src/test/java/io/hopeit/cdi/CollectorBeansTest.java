package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.EventContext;
import io.hopeit.Gathered;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.spi.CurrentEvent;
import io.smallrye.faulttolerance.FaultToleranceExtension;
import io.smallrye.metrics.legacyapi.LegacyMetricsExtension;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.Test;

class CollectorBeansTest {

    @ApplicationScoped
    static class Prices {
        int of(String item) {
            return item.length();
        }
    }

    @RequestScoped
    static class Visit {
        private final String id = UUID.randomUUID().toString();

        String id() {
            return id;
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"price", "visit", "sameVisit", "run"})
    @Steps({"ask", "answer"})
    static class Asks {
        @Inject
        Visit visit;

        int price(String item, Prices prices) {
            return prices.of(item);
        }

        String visit(String item, Visit parameter) {
            return parameter.id();
        }

        boolean sameVisit(String item, Visit parameter) {
            return parameter.id().equals(visit.id());
        }

        boolean run(EventContext context) {
            return CurrentEvent.context().orElseThrow() == context;
        }

        Map<String, Object> answer(Collected all) {
            return all.results();
        }
    }

    @Test
    void methodsGetBeansTheContextAndARequestScopeOfTheirOwn() throws Exception {
        try (var deployed = Deployed.of(Asks.class, Prices.class, Visit.class)) {
            var first = (Map<?, ?>) deployed.run("asks", "abc");
            assertThat(first.get("price")).isEqualTo(3);
            assertThat(first.get("sameVisit")).isEqualTo(true);
            assertThat(first.get("run")).isEqualTo(true);
            var second = (Map<?, ?>) deployed.run("asks", "abc");
            assertThat(second.get("visit")).isNotEqualTo(first.get("visit"));
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"flaky", "steady"})
    @Steps({"ask", "answer"})
    static class Flaky {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Retry(maxRetries = 2, delay = 0, jitter = 0)
        String flaky(String text) throws IOException {
            if (CALLS.incrementAndGet() < 3) {
                throw new IOException("not yet");
            }
            return text;
        }

        String steady(String text) {
            return text;
        }

        String answer(Collected all) {
            return all.get("flaky", String.class);
        }
    }

    @Test
    void retryAppliesToAMethodOfACollector() throws Exception {
        var weld =
                Deployed.weld(Flaky.class).addExtensions(new FaultToleranceExtension(), new LegacyMetricsExtension());
        try (var deployed = new Deployed(weld.initialize())) {
            assertThat(deployed.run("flaky", "x")).isEqualTo("x");
            assertThat(Flaky.CALLS).hasValue(3);
        }
    }

    @PostEvent
    @Dependent
    @Collector(
            name = "count",
            gather = {"one", "two"})
    @Steps({"count", "answer"})
    static class Counts {
        static final CyclicBarrier BOTH = new CyclicBarrier(2);
        static final AtomicInteger DESTROYED = new AtomicInteger();
        private final AtomicInteger calls = new AtomicInteger();

        int one(String text) throws Exception {
            return together();
        }

        int two(String text) throws Exception {
            return together();
        }

        private int together() throws Exception {
            calls.incrementAndGet();
            BOTH.await(20, TimeUnit.SECONDS);
            return calls.get();
        }

        String answer(Collected all) {
            return all.results().values() + " " + calls;
        }

        @PreDestroy
        void destroy() {
            DESTROYED.incrementAndGet();
        }
    }

    @Test
    void theMethodsOfADependentEventShareTheInstanceOfTheRun() throws Exception {
        try (var deployed = Deployed.of(Counts.class)) {
            assertThat(deployed.run("counts", "")).isEqualTo("[2, 2] 2");
            assertThat(deployed.run("counts", "")).isEqualTo("[2, 2] 2");
            assertThat(Counts.DESTROYED).hasValue(2);
        }
    }

    @Test
    void collectedSaysWhatThereIsWhenItIsAskedForSomethingElse() {
        var collected = new Collected("payload", Map.of("one", 1));
        assertThatThrownBy(() -> collected.get("two", Integer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is collected as \"two\", but one");
        assertThatThrownBy(() -> collected.results().put("two", 2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "two"})
    @Steps({"ask", "answer"})
    static class Unboxes {
        Integer one(String text) {
            return 1;
        }

        int two(@Gathered("one") int one) {
            return one + 1;
        }

        long answer(Collected all) {
            return all.get("two", Integer.class);
        }
    }

    @Test
    void whatIsGatheredMayBePrimitive() throws Exception {
        try (var deployed = Deployed.of(Unboxes.class)) {
            assertThat(deployed.run("unboxes", "")).isEqualTo(2L);
        }
    }
}
