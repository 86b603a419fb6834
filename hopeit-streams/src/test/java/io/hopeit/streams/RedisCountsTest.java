package io.hopeit.streams;

import static io.hopeit.streams.DepotApp.soon;
import static io.hopeit.streams.DepotApp.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.StreamUnavailableException;
import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.redis.FaultProxy;
import io.hopeit.streams.redis.RedisClientForTests;
import io.lettuce.core.Consumer;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told of trouble with Redis: each kind is counted. */
class RedisCountsTest {
    private static final String GROUP = "depot.1x0.deliver";

    private final CountDownLatch end = new CountDownLatch(1);
    private EmbeddedRedis redis;
    private RedisClientForTests client;
    private DepotApp app;

    @BeforeEach
    void startRedis() {
        redis = EmbeddedRedis.start();
        client = new RedisClientForTests(redis.uri());
    }

    private void start(String uri, Map<String, String> config) {
        var all = new HashMap<>(config);
        all.put("hopeit.streams.broker", "redis");
        all.put("hopeit.redis.uri", uri);
        app = DepotApp.with(all, StreamMetricsTest.Metrics.class);
    }

    @AfterEach
    void stop() {
        end.countDown();
        app.close();
        client.close();
        redis.close();
    }

    @SuppressWarnings("unchecked") // it becomes JSON
    private long count(String name) {
        var counts = (Map<String, Object>) app.loop("deliver").details().get("counts");
        return (Long) counts.getOrDefault(name, -1L);
    }

    /** Another consumer of the group, which has read all, and has died. */
    private void die() {
        client.commands().xreadgroup(Consumer.from(GROUP, "dead"), StreamOffset.lastConsumed(Depot.KEY));
    }

    @Test
    void whatMayHaveBeenPublishedIsCounted() throws Exception {
        try (var proxy = FaultProxy.start(redis.port())) {
            start("redis://127.0.0.1:" + proxy.port(), Map.of("hopeit.streams.start", "false"));
            app.desk().send("p1");

            proxy.loseReplyTo("XADD", FaultProxy.Ending.FIN);
            assertThatThrownBy(() -> app.desk().send("p2")).isInstanceOf(StreamUnavailableException.class);

            assertThat(published("unknown")).isEqualTo(1);
            assertThat(published("ok")).isEqualTo(1);
            assertThat(client.commands().xlen(Depot.KEY)).isEqualTo(2);
        }
    }

    private long published(String outcome) {
        var registry = app.deployed().get(StreamMetricsTest.Metrics.class).registry();
        var tags = new Tag[] {new Tag("app", "depot.1x0"), new Tag("stream", "parcels"), new Tag("outcome", outcome)};
        return registry.getCounter(new MetricID("hopeit.stream.published", tags))
                .getCount();
    }

    @Test
    void whatIsTakenOverFromADeadConsumerIsCounted() throws Exception {
        start(redis.uri(), Map.of("hopeit.streams.start", "false"));
        app.desk().send("p1", "p2");
        client.commands().xgroupCreate(StreamOffset.from(Depot.KEY, "0"), GROUP);
        die();

        app.loop("deliver").start();

        soon().untilAsserted(() -> assertThat(app.ledger().done()).containsExactlyInAnyOrder("p1", "p2"));
        assertThat(count("claimed")).isEqualTo(2);
        assertThat(count("read")).isZero();
    }

    @Test
    void whatIsGivenBackAtTheEndIsCounted() throws Exception {
        start(redis.uri(), Map.of("hopeit.streams.drain-timeout", "PT0.2S"));
        app.ledger().lasting("p1", end);
        app.ledger().lasting("p2", end);
        app.desk().send("p1", "p2");
        until(() -> app.ledger().attempts("p1") + app.ledger().attempts("p2") == 2);

        app.loop("deliver").stop();

        assertThat(count("released")).isEqualTo(2);
        assertThat(client.pending(Depot.KEY, GROUP)).hasSize(2);
    }

    @Test
    void aGroupThatIsMadeAnewIsCounted() {
        start(redis.uri(), Map.of());
        app.desk().send("p1");
        until(() -> app.ledger().done().equals(List.of("p1")));

        client.commands().del(Depot.KEY);

        until(() -> count("recreated") == 1);
        app.desk().send("p2");
        until(() -> app.ledger().done().equals(List.of("p1", "p2")));
    }

    @Test
    void whatIsTrimmedBeforeItIsDoneIsCounted() {
        start(redis.uri(), Map.of(".backoff", "PT4S"));
        app.ledger().failing("p1", 1);
        app.desk().send("p1");
        until(() -> count("retried") == 1);

        client.commands().xtrim(Depot.KEY, 0);

        until(() -> count("trimmed") == 1);
        until(() -> app.pending() == 0);
    }

    @Test
    void aDeadConsumerThatIsDeletedIsCounted() {
        start(redis.uri(), Map.of("hopeit.streams.start", "false", ".consumer-expiry", "PT1S"));
        app.desk().send("p1");
        client.commands().xgroupCreate(StreamOffset.from(Depot.KEY, "0"), GROUP);
        die();
        client.commands()
                .xack(Depot.KEY, GROUP, client.pending(Depot.KEY, GROUP).getFirst());

        app.loop("deliver").start();

        until(() -> count("reaped") == 1);
    }
}
