package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.spi.DeadLetter;
import io.hopeit.streams.redis.RedisClientForTests;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Keys;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters of an event that reads several streams. */
class StreamDeadLettersTest {
    private static final int LARGE = 400_000;

    private EmbeddedRedis redis;
    private RedisClientForTests client;
    private Deployed app;

    @BeforeEach
    void start() {
        redis = EmbeddedRedis.start();
        client = new RedisClientForTests(redis.uri());
        app = Deployed.with(
                Map.of("hopeit.streams.broker", "redis", "hopeit.redis.uri", redis.uri()), Shop.Diary.class);
    }

    @AfterEach
    void stop() throws Exception {
        app.close();
        client.close();
        redis.close();
    }

    private void add(String key, int count, int size) {
        for (int i = 0; i < count; i++) {
            client.commands()
                    .xadd(
                            Keys.deadLetters(key),
                            Map.of("payload", "x".repeat(size), DeadLetterStore.GROUP, "g", DeadLetterStore.ID, "1-1"));
        }
    }

    private static List<DeadLetter> all(StreamDeadLetters letters, int count) {
        var all = new ArrayList<DeadLetter>();
        var page = letters.list("", count);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = letters.list(page.getLast().id(), count);
        }
        return all;
    }

    @Test
    void areAllListedThoughThoseOfAStreamAreTooLargeForAPage() {
        add("orders", 7, LARGE);
        add("orders.high", 2, 10);
        add("orders.low", 2, 10);
        var letters = new StreamDeadLetters(app.get(Broker.class), List.of("orders", "orders.high", "orders.low"), "g");

        assertThat(all(letters, 100))
                .extracting(DeadLetter::stream)
                .containsExactly(
                        "orders",
                        "orders",
                        "orders",
                        "orders",
                        "orders",
                        "orders",
                        "orders",
                        "orders.high",
                        "orders.high",
                        "orders.low",
                        "orders.low");
        assertThat(all(letters, 2))
                .extracting(DeadLetter::id)
                .doesNotHaveDuplicates()
                .hasSize(11);
    }

    /** A store of which each message that is put back fails again at once. */
    private record FailingAgain(DeadLetterStore store, IntConsumer failing) implements DeadLetterStore {
        @Override
        public CompletionStage<List<Entry>> list(String group, String after, int count) {
            return store.list(group, after, count);
        }

        @Override
        public CompletionStage<String> newest() {
            return store.newest();
        }

        @Override
        public CompletionStage<Long> redrive(String group, List<String> ids) {
            return store.redrive(group, ids).whenComplete((count, failure) -> failing.accept(ids.size()));
        }

        @Override
        public CompletionStage<Long> discard(String group, List<String> ids) {
            return store.discard(group, ids);
        }
    }

    private Broker failingAgain(Broker broker) {
        return (Broker) Proxy.newProxyInstance(
                StreamDeadLettersTest.class.getClassLoader(),
                new Class<?>[] {Broker.class},
                (proxy, method, key) -> new FailingAgain(
                        broker.deadLetters((String) key[0]), count -> add((String) key[0], count, 10)));
    }

    @Test
    void whatFailsAgainMeanwhileIsNotPutBackTwice() {
        add("orders", 2100, 10);
        add("orders.low", 5, LARGE);
        var broker = failingAgain(app.get(Broker.class));
        var letters = new StreamDeadLetters(broker, List.of("orders", "orders.high", "orders.low"), "g");

        assertThat(letters.redriveAll()).isEqualTo(2105);

        assertThat(all(letters, 1000)).hasSize(2105);
    }

    @Test
    void areAllDiscarded() {
        add("orders", 1001, 10);
        add("orders.low", 5, LARGE);
        var letters = new StreamDeadLetters(app.get(Broker.class), List.of("orders", "orders.low"), "g");

        assertThat(letters.discardAll()).isEqualTo(1006);

        assertThat(letters.list("", 10)).isEmpty();
    }
}
