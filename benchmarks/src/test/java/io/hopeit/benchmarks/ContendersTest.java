package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.benchmarks.Scenario.Load;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is measured has to do all of the work. */
class ContendersTest {
    private static final int COUNT = 2000;
    private static final Place PLACE = new Place(List.of("orders"), List.of("group"));

    private Redis redis;

    @BeforeEach
    void start() throws IOException {
        redis = new Redis();
    }

    @AfterEach
    void stop() throws IOException {
        redis.close();
    }

    private void run(String contender, Map<String, String> options) throws Exception {
        var task = new Task(redis.port(), "orders", "group", COUNT, options);
        try (var working = Contenders.of(contender, task)) {
            working.prepare(task);
            working.run(task);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw-consumer",
                "engine-consumer",
                "lettuce-consumer",
                "lettuce-awaited",
                "jedis-consumer",
                "redisson-consumer",
                "spring-each",
                "spring-batch",
                "spring-receiver"
            })
    void acknowledgesAllThatIsThere(String consumer) throws Exception {
        redis.fill(PLACE.keys(), new Load(COUNT, Envelope.HOPEIT, 200, true), COUNT);
        redis.prepare(PLACE, 0);

        run(consumer, Map.of("batch", "300"));

        assertThat(redis.pending(PLACE)).isZero();
        assertThat(redis.unread("orders", "group")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine-relay", "spring-relay"})
    void relaysAllThatIsThere(String relay) throws Exception {
        redis.fill(PLACE.keys(), new Load(COUNT, Envelope.BARE, 200, true), COUNT);
        redis.prepare(PLACE, 0);

        run(relay, Map.of("batch", "300", "target", "relayed"));

        assertThat(redis.length("relayed")).isEqualTo(COUNT);
        assertThat(redis.pending(PLACE)).isZero();
        assertThat(redis.unread("orders", "group")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw-publisher", "broker-publisher", "spring-publisher"})
    void publishesAsManyAsItShould(String publisher) throws Exception {
        run(publisher, Map.of("threads", "64", "size", "200"));

        assertThat(redis.length("orders")).isEqualTo(COUNT);
    }

    @Test
    void publishesAsManyRecordsBySpringAsItShould() throws Exception {
        run("spring-publisher", Map.of("threads", "64", "size", "200", "encoded", "yes"));

        assertThat(redis.length("orders")).isEqualTo(COUNT);
    }

    /** An application has a class path of its own. */
    @ParameterizedTest
    @EnumSource(names = {"HOPEIT", "COMPACT"})
    void readsRecordsFromEitherEnvelope(Envelope envelope) throws Exception {
        var place = new Place(List.of(Place.KEY), List.of(Scenarios.GROUP));
        redis.fill(place.keys(), new Load(COUNT, envelope, 200, true), COUNT);
        redis.prepare(place, 0);
        var task = new Task(redis.port(), Place.KEY, Scenarios.GROUP, COUNT, Map.of());

        try (var application = Jvm.start("application", Map.of("jvm.heap", "256m"))) {
            assertThat(application.run(task)).doesNotContainKey("failed");
        }

        assertThat(redis.pending(place)).isZero();
        assertThat(redis.unread(Place.KEY, Scenarios.GROUP)).isFalse();
    }

    @Test
    void leavesToAnotherWhatThatHas() throws Exception {
        redis.fill(PLACE.keys(), new Load(2 * COUNT, Envelope.BARE, 200, true), 2 * COUNT);
        redis.prepare(PLACE, COUNT);

        run("raw-consumer", Map.of("batch", "500"));

        assertThat(redis.pending(PLACE)).isEqualTo(COUNT);
    }
}
