package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.Trim;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What gets lost on the way does no harm. */
class RedisFaultTest {
    private static final Duration TIMEOUT = Duration.ofMillis(1500);
    private static final Duration RECOVERS_WITHIN = TIMEOUT.plusSeconds(2);
    private static final long PLENTY = 1 << 20;

    private EmbeddedRedis redis;
    private RedisClientForTests client;
    private FaultProxy proxy;
    private RedisBroker broker;

    @BeforeEach
    void start() throws Exception {
        redis = EmbeddedRedis.start();
        client = new RedisClientForTests(redis.uri());
        proxy = FaultProxy.start(redis.port());
        broker = new RedisBroker(RedisBrokerTest.settings("redis://127.0.0.1:" + proxy.port()));
        get(append("warm-up"));
        client.commands().del("orders");
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        proxy.close();
        client.close();
        redis.close();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static BrokerException failure(CompletionStage<?> stage) {
        var failure = catchThrowableOfType(ExecutionException.class, () -> get(stage));
        assertThat(failure).isNotNull().hasCauseInstanceOf(BrokerException.class);
        return (BrokerException) failure.getCause();
    }

    private CompletionStage<String> append(String text) {
        return broker.append(Append.of("orders", Map.of("payload", text.getBytes(UTF_8))));
    }

    private GroupMember join() {
        return broker.join(List.of("orders"), "g", "me", false);
    }

    private static List<String> ids(Batch batch) {
        return batch.entries().stream().map(Entry::id).toList();
    }

    private void awaitAppend(String text) {
        await().atMost(RECOVERS_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> get(append(text)) != null);
    }

    @ParameterizedTest
    @EnumSource
    void anAppendWhoseReplyIsLostIsStoredOnceAndSaysThatItIsNotKnown(FaultProxy.Ending ending) {
        proxy.loseReplyTo("XADD", ending);

        var failure = failure(append("lost"));

        assertThat(failure.isOutcomeUnknown()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        awaitAppend("next");
        assertThat(client.entries("orders"))
                .extracting(fields -> fields.get("payload"))
                .containsExactly("lost", "next");
    }

    @ParameterizedTest
    @EnumSource
    void eachOfManyAppendsIsStoredOnceOrNotKnown(FaultProxy.Ending ending) throws Exception {
        var outcomes = new ArrayList<CompletionStage<String>>();
        for (int i = 0; i < 300; i++) {
            if (i == 150) {
                proxy.loseReplyTo("XADD", ending);
            }
            outcomes.add(append("m" + i));
        }
        var confirmed = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            try {
                get(outcomes.get(i));
                confirmed.add("m" + i);
            } catch (ExecutionException e) {
                if (!((BrokerException) e.getCause()).isOutcomeUnknown()) {
                    refused.add("m" + i);
                }
            }
        }

        assertThat(client.entries("orders"))
                .extracting(fields -> fields.get("payload"))
                .doesNotHaveDuplicates()
                .containsAll(confirmed)
                .noneMatch(refused::contains);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadWithoutTheReaderKnowingIsItsOwn(FaultProxy.Ending ending) throws Exception {
        var id = get(append("ghost"));
        try (var me = join()) {
            get(me.read(1, PLENTY, Duration.ofSeconds(1)));
            get(me.ack("orders", List.of(id)));
            proxy.loseReplyTo("XREADGROUP", ending);
            var reading = me.read(1, PLENTY, Duration.ofSeconds(5));
            var ghost = client.commands().xadd("orders", Map.of("payload", "ghost"));

            assertThat(failure(reading).isOutcomeUnknown()).isTrue();

            await().atMost(RECOVERS_WITHIN).ignoreExceptions().until(() -> get(me.owned("orders", "", 10))
                    .equals(List.of(ghost)));
            assertThat(get(me.take("orders", List.of(ghost), false)).entries()).hasSize(1);
        }
    }

    @Test
    void aReaderWhoseConnectionIsDeadReadsAgain() throws Exception {
        try (var me = join()) {
            get(me.read(1, PLENTY, Duration.ofMillis(1)));
            var block = Duration.ofMillis(500);
            var reading = me.read(1, PLENTY, block);

            proxy.swallowAll();

            long start = System.nanoTime();
            assertThat(failure(reading).isOutcomeUnknown()).isTrue();
            client.commands().xadd("orders", Map.of("payload", "after"));
            await().atMost(RECOVERS_WITHIN)
                    .ignoreExceptions()
                    .until(() -> !ids(get(me.read(1, PLENTY, block))).isEmpty()
                            || !get(me.owned("orders", "", 10)).isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(RECOVERS_WITHIN.plus(block));
        }
    }

    @Test
    void aPublisherWhoseConnectionIsDeadPublishesAgain() {
        proxy.swallowAll();
        long start = System.nanoTime();

        assertThat(failure(append("swallowed")).isOutcomeUnknown()).isTrue();

        awaitAppend("after");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(RECOVERS_WITHIN);
        assertThat(client.entries("orders"))
                .extracting(fields -> fields.get("payload"))
                .containsExactly("after");
    }

    @Test
    void whatCannotBeSentIsSurelyNotStored() throws Exception {
        redis.close();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !failure(append("down")).isOutcomeUnknown());

        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(failure(append("down")).isOutcomeUnknown()).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theGroupOfAStreamThatWasDeletedBeginsWithTheOldestEntry() throws Exception {
        try (var me = broker.join(List.of("orders"), "g", "me", true)) {
            get(me.read(1, PLENTY, Duration.ofMillis(1)));
            client.commands().flushall();
            var id = get(append("first"));

            assertThat(get(me.read(1, PLENTY, Duration.ofSeconds(1))).recreated())
                    .containsExactly("orders");
            assertThat(ids(get(me.read(1, PLENTY, Duration.ofSeconds(1))))).containsExactly(id);
        }
    }

    @Test
    void entriesThatAreGoneAreNamedOnceAndPendingNoMore() throws Exception {
        var ids = List.of(get(append("a")), get(append("b")), get(append("c")));
        try (var me = join();
                var other = broker.join(List.of("orders"), "g", "other", false)) {
            get(me.read(10, PLENTY, Duration.ofSeconds(1)));
            get(me.retryLater("orders", ids.get(2), Duration.ZERO, true));
            client.commands().xdel("orders", ids.get(0), ids.get(1), ids.get(2));

            assertThat(get(me.take("orders", ids.subList(0, 1), false)).gone()).containsExactly(ids.get(0));
            var swept = get(other.sweep("orders", "0-0", Duration.ZERO, 10));
            assertThat(swept.ids()).isEmpty();
            assertThat(get(other.stats("orders")).pending()).isZero();
            assertThat(get(other.stats("orders")).retries()).isZero();
        }
    }

    @Test
    void aServerWithoutMemoryKeepsTheEntryThatIsGivenUp() throws Exception {
        get(append("poison"));
        try (var me = join()) {
            var entry = get(me.read(1, PLENTY, Duration.ofSeconds(1))).entries().getFirst();
            client.commands().configSet("maxmemory", "1");

            var failure = failure(me.deadLetter(entry, Map.of("dlq.group", "g".getBytes(UTF_8))));

            assertThat(failure.kind()).isEqualTo(Kind.CAPACITY);
            assertThat(failure.isOutcomeUnknown()).isFalse();
            assertThat(failure(append("more")).kind()).isEqualTo(Kind.CAPACITY);
            assertThat(get(me.owned("orders", "", 10))).containsExactly(entry.id());
        }
    }

    @Test
    void aServerWithoutMemoryKeepsALargeEntryThatIsGivenUp() throws Exception {
        var fields = new HashMap<String, byte[]>();
        for (int i = 0; i < 3000; i++) {
            fields.put("f" + i, new byte[1]);
        }
        get(broker.append(Append.of("orders", fields)));
        try (var me = join()) {
            var entry = get(me.read(1, PLENTY, Duration.ofSeconds(1))).entries().getFirst();
            client.commands().configSet("maxmemory", "1");

            assertThat(failure(me.deadLetter(entry, Map.of())).kind()).isEqualTo(Kind.CAPACITY);

            assertThat(get(me.owned("orders", "", 10))).containsExactly(entry.id());
        }
    }

    @Test
    void aReaderThatMayNotAskForItsNameIsEndedAllTheSame() throws Exception {
        client.commands()
                .aclSetuser(
                        "anonymous",
                        AclSetuserArgs.Builder.on()
                                .addPassword("p")
                                .allKeys()
                                .allCommands()
                                .removeCommand(CommandType.CLIENT));
        var uri = "redis://anonymous:p@127.0.0.1:" + redis.port();
        try (var other = new RedisBroker(RedisBrokerTest.settings(uri));
                var me = other.join(List.of("orders"), "g", "me", false)) {
            get(me.read(1, PLENTY, Duration.ofMillis(1)));
            var reading = me.read(1, PLENTY, Duration.ofMinutes(1));

            me.wake();

            assertThat(get(reading)).isEqualTo(Batch.EMPTY);
            var id = client.commands().xadd("orders", Map.of("payload", "after"));
            assertThat(ids(get(me.read(1, PLENTY, Duration.ofSeconds(5))))).containsExactly(id);
        }
    }

    @Test
    void withoutEnoughReplicasItIsNotKnownWhetherAnAppendLasts() {
        var append = new Append("orders", Map.of("a", new byte[1]), Trim.NONE, 1, Optional.empty());

        var failure = failure(broker.append(append));

        assertThat(failure.isOutcomeUnknown()).isTrue();
        assertThat(failure).hasMessageEndingWith("it is stored, but 0 of 1 replicas have it");
    }

    @Test
    void aServerThatHasBecomeAReplicaIsConnectedToAnew() throws Exception {
        client.commands().replicaof("127.0.0.1", 1);
        var failure = failure(append("readonly"));
        assertThat(failure.kind()).isEqualTo(Kind.TOPOLOGY);
        assertThat(failure.isOutcomeUnknown()).isFalse();

        client.commands().replicaofNoOne();
        awaitAppend("after");
    }

    @Test
    void appendsOfOneThreadKeepTheirOrder() throws Exception {
        var last = append("0");
        for (int i = 1; i < 5000; i++) {
            last = append("" + i);
        }
        get(last);

        assertThat(client.entries("orders"))
                .extracting(fields -> Integer.parseInt(fields.get("payload")))
                .isSorted()
                .hasSize(5000);
    }

    @Test
    void whileAServerHangsOnlySoMuchWaitsForIt() throws Exception {
        long pid = client.pid();
        RedisClientForTests.signal("STOP", pid);
        try {
            var appends = new ArrayList<CompletionStage<String>>();
            var large = Append.of("orders", Map.of("payload", new byte[1 << 20]));
            for (int i = 0; i < 100; i++) {
                appends.add(broker.append(large));
            }
            assertThat(failure(appends.getLast())).hasMessageEndingWith("too much waits to be sent");
            assertThat(failure(appends.getLast()).isOutcomeUnknown()).isFalse();
            assertThat(failure(appends.getFirst()).isOutcomeUnknown()).isTrue();
        } finally {
            RedisClientForTests.signal("CONT", pid);
        }
        awaitAppend("after");
    }
}
