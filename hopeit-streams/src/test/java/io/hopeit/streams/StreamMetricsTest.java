package io.hopeit.streams;

import static io.hopeit.streams.DepotApp.soon;
import static io.hopeit.streams.DepotApp.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.StreamUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The numbers agree with what has happened. */
class StreamMetricsTest {
    /** A registry is injected, never looked up. */
    @ApplicationScoped
    static class Metrics {
        @Inject
        MetricRegistry registry;

        MetricRegistry registry() {
            return registry;
        }
    }

    private DepotApp app;
    private MetricRegistry registry;

    private void start(Map<String, String> config) {
        app = DepotApp.with(config, Metrics.class);
        registry = app.deployed().get(Metrics.class).registry();
    }

    @AfterEach
    void stop() {
        if (app.deployed().container().isRunning()) {
            app.close();
        }
    }

    private static Tag[] tags(Map<String, String> more) {
        var tags = new HashMap<>(more);
        tags.put("app", "depot.1x0");
        tags.put("stream", "parcels");
        return all(tags);
    }

    private static Tag[] all(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toArray(Tag[]::new);
    }

    private long count(String name) {
        var tags = tags(Map.of("event", "deliver", "group", "depot.1x0.deliver"));
        return registry.getCounter(new MetricID("hopeit.stream." + name, tags)).getCount();
    }

    private long published(String outcome) {
        var id = new MetricID("hopeit.stream.published", tags(Map.of("outcome", outcome)));
        return registry.getCounter(id).getCount();
    }

    private double ofKey(String name) {
        return gauge(name, Map.of("event", "deliver", "group", "depot.1x0.deliver", "key", Depot.KEY));
    }

    private double ofConsumer(String name) {
        return gauge(name, Map.of("event", "deliver", "group", "depot.1x0.deliver"));
    }

    private double gauge(String name, Map<String, String> tags) {
        var gauge = registry.getGauge(new MetricID("hopeit.stream." + name, tags(tags)));
        return ((Number) gauge.getValue()).doubleValue();
    }

    @Test
    void whatHasHappenedToMessagesIsCounted() {
        start(Map.of(".max-deliveries", "2", ".backoff", "PT0.1S"));
        app.ledger().failing("poison", 99);

        app.desk().send("p1", "p2", "poison", "p3", "p4");

        until(() -> count("dead.lettered") == 1);
        until(() -> app.ledger().done().size() == 4);
        assertThat(count("read")).isEqualTo(5);
        assertThat(count("retried")).isEqualTo(1);
        assertThat(count("dropped")).isZero();
        assertThat(count("lease.lost")).isZero();
        assertThat(published("ok")).isEqualTo(5);
        assertThat(published("failed")).isZero();
    }

    @Test
    void runsOfEventsAreThereFromTheStartAtZero() {
        start(Map.of());
        registry.removeMatching((id, metric) -> id.getName().equals("hopeit.events")); // those of other tests
        app.close();

        start(Map.of());

        var done = Map.of("app", "depot.1x0", "event", "deliver", "outcome", "done");
        assertThat(registry.getCounter(new MetricID("hopeit.events", all(done))).getCount())
                .isZero();
    }

    @Test
    void whatCouldNotBePublishedIsCounted() {
        start(Map.of());
        app.deployed().broker().close();

        assertThatThrownBy(() -> app.desk().send("p1")).isInstanceOf(StreamUnavailableException.class);

        assertThat(published("failed")).isEqualTo(1);
        assertThat(published("unknown")).isZero();
    }

    @Test
    void howAGroupStandsIsSeenSoon() {
        start(Map.of(".max-in-flight", "2", ".max-deliveries", "1"));
        var end = new CountDownLatch(1);
        app.ledger().failing("poison", 1);
        app.ledger().lasting("p1", end);
        app.ledger().lasting("p2", end);
        app.desk().send("poison");
        until(() -> count("dead.lettered") == 1);

        app.desk().send("p1", "p2", "p3", "p4", "p5");

        try {
            soon().untilAsserted(this::assertGauges); // on the way there some are right before the others
        } finally {
            end.countDown();
        }
    }

    private void assertGauges() {
        assertThat(ofKey("lag")).isEqualTo(3);
        assertThat(ofKey("pending")).isEqualTo(2);
        assertThat(ofKey("length")).isEqualTo(6);
        assertThat(ofKey("dead.letters")).isEqualTo(1);
        assertThat(ofKey("retries.waiting")).isZero();
        assertThat(ofKey("consumers")).isEqualTo(1);
        assertThat(ofKey("oldest.pending.age")).isBetween(0.0, 30.0);
        assertThat(ofConsumer("in.flight")).isEqualTo(2);
        assertThat(ofConsumer("last.poll.age")).isBetween(0.0, 30.0);
    }

    @Test
    void whatIsNotKnownIsBelowZero() throws Exception {
        start(Map.of("hopeit.streams.start", "false"));

        assertThat(ofKey("lag")).isEqualTo(-1);
        assertThat(ofConsumer("last.poll.age")).isEqualTo(-1);
        assertThat(ofConsumer("in.flight")).isZero();
    }

    @Test
    void allGoWithTheApplication() {
        start(Map.of());
        assertThat(registry.getMetricIDs()).anyMatch(id -> id.getName().startsWith("hopeit.stream."));

        app.close();

        assertThat(registry.getMetricIDs()).noneMatch(id -> id.getName().startsWith("hopeit.stream."));
    }

    @Test
    void eachIsDocumented() throws Exception {
        start(Map.of());
        var document = Files.readString(Path.of("..", "docs", "observability.md"));

        assertThat(registry.getMetricIDs())
                .extracting(MetricID::getName)
                .filteredOn(name -> name.startsWith("hopeit."))
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }
}
