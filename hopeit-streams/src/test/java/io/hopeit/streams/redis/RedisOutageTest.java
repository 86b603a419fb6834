package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.spi.FactsUnavailableException;
import io.hopeit.streams.spi.BlockingReader;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Redis goes and comes back. */
class RedisOutageTest {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(20);
    /** So long that who has waited for it cannot be taken for one who has not. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static CompletableFuture<String> append(RedisBroker broker, String text) {
        return BlockingReader.append(broker, "orders", Map.of("payload", text.getBytes(UTF_8)), 0)
                .toCompletableFuture();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static RedisBroker broker(int port) {
        return broker(port, RedisBrokerTest.TIMEOUT);
    }

    private static RedisBroker broker(int port, Duration commandTimeout) {
        return new RedisBroker(RedisBrokerTest.settings("redis://127.0.0.1:" + port, commandTimeout));
    }

    private static BlockingReader reader(RedisBroker broker) {
        return BlockingReader.of(broker, List.of("orders"), "g", "me");
    }

    /** Reads for ever, as a consumer does but without a pause, and hands on what came. */
    private static BlockingQueue<String> readAll(BlockingReader reader) {
        var texts = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    for (Entry entry : reader.read(10, Duration.ofSeconds(2))) {
                        texts.add(new String(entry.fields().get("payload"), UTF_8));
                    }
                } catch (BrokerException e) {
                    if (e.getMessage().endsWith(": closed")) { // and not "the connection was closed", which it outlives
                        return;
                    }
                    texts.add("failed");
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        return texts;
    }

    private static Duration timeToFail(CompletableFuture<?> call) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(BrokerException.class);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void awaitAppend(RedisBroker broker, String text) {
        await().atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> append(broker, text).get(10, TimeUnit.SECONDS) != null);
    }

    /** More than once, for a command may be written at the very moment when the connection breaks. */
    @RepeatedTest(3)
    void worksAgainAfterARestartOnTheSamePort() throws Exception {
        var redis = EmbeddedRedis.start();
        try (var broker = broker(redis.port(), LONG);
                var reader = reader(broker)) {
            var texts = readAll(reader);
            append(broker, "before").get(20, TimeUnit.SECONDS);
            assertThat(texts.poll(20, TimeUnit.SECONDS)).isEqualTo("before");

            redis.close();
            assertThat(timeToFail(append(broker, "down"))).isLessThan(AT_ONCE);
            redis = EmbeddedRedis.start(redis.port());

            awaitAppend(broker, "after");
            await().atMost(BACK_WITHIN).until(() -> texts.contains("after"));
            await().atMost(BACK_WITHIN).until(broker::isReachable); // over connections of its own
        } finally {
            redis.close();
        }
    }

    @Test
    void failsAtOnceWhileItIsDown() throws Exception {
        int port = freePort();
        try (var broker = broker(port, LONG)) {
            assertThatThrownBy(() -> append(broker, "first").get(20, TimeUnit.SECONDS))
                    .hasRootCauseMessage("Connection refused");
            assertThat(timeToFail(append(broker, "second"))).isLessThan(AT_ONCE);
            assertThat(broker.isReachable()).isFalse();
        }
    }

    @Test
    void aFailureSaysWhatWhereAndWhy() throws Exception {
        int port = freePort();
        try (var broker = broker(port);
                var reader = reader(broker)) {
            assertThat(append(broker, "any"))
                    .failsWithin(AT_ONCE)
                    .withThrowableThat()
                    .havingCause()
                    .withMessage("cannot append to orders at redis://127.0.0.1:%d: Connection refused", port);
            assertThatThrownBy(() -> reader.read(1, Duration.ofMillis(10)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessage("cannot read orders at redis://127.0.0.1:%d: Connection refused", port);
        }
    }

    @Test
    void canStartWhileItIsDown() throws Exception {
        int port = freePort();
        try (var broker = broker(port);
                var reader = reader(broker)) {
            var texts = readAll(reader);
            timeToFail(append(broker, "down"));

            try (var redis = EmbeddedRedis.start(port)) {
                awaitAppend(broker, "up");
                await().atMost(BACK_WITHIN).until(() -> texts.contains("up"));
            }
        }
    }

    @Test
    void aReadOfAServerThatIsDownIsNoHotLoop() throws Exception {
        try (var broker = broker(freePort());
                var reader = reader(broker)) {
            timeToFail(append(broker, "down"));
            long start = System.nanoTime();
            assertThatThrownBy(() -> reader.read(1, Duration.ofMillis(300))).isInstanceOf(BrokerException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void aServerThatHangsIsLeftWithinTheCommandTimeoutAndReturnedTo() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var client = new RedisClientForTests(redis.uri());
                var broker = broker(redis.port());
                var reader = reader(broker)) {
            var texts = readAll(reader);
            append(broker, "before").get(20, TimeUnit.SECONDS);
            assertThat(texts.poll(20, TimeUnit.SECONDS)).isEqualTo("before");
            long pid = client.pid();

            RedisClientForTests.signal("STOP", pid);
            try {
                var hanging = append(broker, "hanging");
                assertThat(timeToFail(hanging)).isLessThan(RedisBrokerTest.TIMEOUT.multipliedBy(3));
                assertThat(((BrokerException) hanging.exceptionNow()).isOutcomeUnknown())
                        .isTrue();
                assertThat(failure(append(broker, "left")).isOutcomeUnknown()).isFalse();
            } finally {
                RedisClientForTests.signal("CONT", pid);
            }

            awaitAppend(broker, "after");
            await().atMost(BACK_WITHIN).until(() -> texts.contains("after"));
            assertThat(client.entries("orders"))
                    .extracting(fields -> fields.get("payload"))
                    .filteredOn(text -> !text.equals("after")) // that has been tried until it was said to be there
                    .doesNotHaveDuplicates()
                    .contains("before");
        }
    }

    private static BrokerException failure(CompletableFuture<?> call) {
        timeToFail(call);
        return (BrokerException) call.exceptionNow();
    }

    @Test
    void whetherAServerThatHangsIsReachableIsKnownBeforeTheCommandTimeout() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var client = new RedisClientForTests(redis.uri());
                var broker = broker(redis.port(), LONG)) {
            await().atMost(BACK_WITHIN).until(broker::isReachable);
            long pid = client.pid();

            RedisClientForTests.signal("STOP", pid);
            try {
                long start = System.nanoTime();
                assertThat(broker.isReachable()).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
            } finally {
                RedisClientForTests.signal("CONT", pid);
            }
        }
    }

    @Test
    void factsAreNeitherKnownNorUnknownWhileItIsDown() throws Exception {
        int port = freePort();
        try (var broker = broker(port)) {
            var facts = broker.facts("shop.");
            assertThatThrownBy(() -> facts.knows("a"))
                    .isInstanceOf(FactsUnavailableException.class)
                    .hasMessage("cannot look for shop.a at redis://127.0.0.1:%d: Connection refused", port);
            assertThatThrownBy(() -> facts.remember("a", Duration.ofMinutes(1)))
                    .isInstanceOf(FactsUnavailableException.class)
                    .hasMessage("cannot remember shop.a at redis://127.0.0.1:%d: Connection refused", port);

            try (var redis = EmbeddedRedis.start(port)) {
                await().atMost(BACK_WITHIN).ignoreExceptions().until(() -> !facts.knows("a"));
            }
        }
    }

    @Test
    void aServerThatHangsIsNotAskedForFactsForLong() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var client = new RedisClientForTests(redis.uri());
                var broker = broker(redis.port())) {
            var facts = broker.facts("shop.");
            facts.remember("a", Duration.ofMinutes(1));
            long pid = client.pid();
            RedisClientForTests.signal("STOP", pid);
            try {
                long start = System.nanoTime();
                assertThatThrownBy(() -> facts.knows("a")).isInstanceOf(FactsUnavailableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
            } finally {
                RedisClientForTests.signal("CONT", pid);
            }
        }
    }
}
