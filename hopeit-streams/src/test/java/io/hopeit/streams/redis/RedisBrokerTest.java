package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hopeit.config.RedisSettings;
import io.hopeit.config.RedisSettings.Credentials;
import io.hopeit.config.RedisSettings.Topology;
import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.spi.FactsUnavailableException;
import io.hopeit.streams.spi.BlockingReader;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.BrokerContract;
import io.hopeit.streams.spi.BrokerException;
import io.lettuce.core.KillArgs;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBrokerTest extends BrokerContract {
    private static EmbeddedRedis redis;
    private static RedisClientForTests client;
    private static RedisBroker broker;

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.start();
        client = new RedisClientForTests(redis.uri());
        broker = new RedisBroker(settings(redis.uri()));
    }

    @AfterAll
    static void stop() {
        broker.close();
        client.close();
        redis.close();
    }

    static RedisSettings settings(String uri) {
        return new RedisSettings(URI.create(uri), Duration.ofMillis(1500), Duration.ofSeconds(2));
    }

    @Override
    protected Broker broker() {
        return broker;
    }

    @Override
    protected List<String> pending(String key, String group) {
        return client.pending(key, group);
    }

    @Test
    void aGroupThatIsGoneIsMadeAnew() throws Exception {
        try (var reader = BlockingReader.of(broker, List.of("flushed"), "g", "me")) {
            reader.read(1, Duration.ofMillis(1));
            client.commands().flushall();
            client.commands().xadd("flushed", Map.of("payload", "after"));

            await().atMost(Duration.ofSeconds(2))
                    .until(() -> reader.read(1, Duration.ofMillis(10)), entries -> !entries.isEmpty());
        }
    }

    @Test
    void aStreamThatIsDeletedDuringAReadIsReadAgain() throws Exception {
        try (var reader = BlockingReader.of(broker, List.of("deleted"), "g", "me")) {
            reader.read(1, Duration.ofMillis(1));
            var deleting = Thread.ofVirtual().start(() -> {
                await().until(() -> client.commands().info("clients").contains("blocked_clients:1"));
                client.commands().del("deleted");
                client.commands().xadd("deleted", Map.of("payload", "after"));
            });

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> reader.read(1, Duration.ofSeconds(1)), entries -> !entries.isEmpty());
            deleting.join();
        }
    }

    @Test
    void anErrorOfTheServerSaysWhatWhereAndWhy() throws Exception {
        client.commands().set("text", "no stream");

        assertThat(BlockingReader.append(broker, "text", Map.of("a", "b".getBytes(UTF_8)), 0))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(BrokerException.class)
                .withMessage(
                        "cannot append to text at %s: WRONGTYPE Operation against a key holding the wrong kind of "
                                + "value",
                        redis.uri());
        try (var reader = BlockingReader.of(broker, List.of("text"), "g", "me")) {
            assertThatThrownBy(() -> reader.read(1, Duration.ofSeconds(1)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageStartingWith("cannot read text at %s: WRONGTYPE", redis.uri());
        }
    }

    @Test
    void userPasswordAndDatabaseComeFromTheUri() throws Exception {
        setPassword("ann", "s3cret");
        var address = "redis://127.0.0.1:" + redis.port();
        try (var other = new RedisBroker(settings("redis://ann:s3cret@127.0.0.1:" + redis.port() + "/3"))) {
            assertThat(other.address()).isEqualTo(address);
            assertThat(BlockingReader.append(other, "elsewhere", Map.of("a", "b".getBytes(UTF_8)), 0))
                    .succeedsWithin(Duration.ofSeconds(5));
        }
        assertThat(client.commands().exists("elsewhere")).isZero();
        client.commands().select(3);
        assertThat(client.commands().exists("elsewhere")).isOne();
        client.commands().select(0);
    }

    @Test
    void aPasswordFileIsReadForEachConnection(@TempDir Path directory) throws Exception {
        setPassword("bob", "first");
        var file = Files.writeString(directory.resolve("password"), "first\n");
        var login = new Credentials(Optional.of("bob"), Optional.of("not used"), Optional.of(file));
        var settings = new RedisSettings(
                URI.create(redis.uri()), Topology.STANDALONE, login, Duration.ofMillis(1500), Duration.ofSeconds(2));
        try (var other = new RedisBroker(settings)) {
            assertThat(BlockingReader.append(other, "any", Map.of("a", "b".getBytes(UTF_8)), 0))
                    .succeedsWithin(Duration.ofSeconds(5));

            Files.writeString(file, "second");
            setPassword("bob", "second");
            client.commands().clientKill(KillArgs.Builder.typeNormal().skipme());

            await().atMost(Duration.ofSeconds(5)).until(other::isReachable);
        }
    }

    private static void setPassword(String user, String password) {
        client.commands()
                .dispatch(
                        CommandType.ACL,
                        new StatusOutput<>(StringCodec.UTF8),
                        new CommandArgs<>(StringCodec.UTF8)
                                .add("SETUSER")
                                .add(user)
                                .add("resetpass")
                                .add("on")
                                .add(">" + password)
                                .add("~*")
                                .add("+@all"));
    }

    @Test
    void aWrongPasswordIsInNoText() {
        try (var other = new RedisBroker(settings("redis://ann:wr0ng-secret@127.0.0.1:" + redis.port()))) {
            assertThat(BlockingReader.append(other, "any", Map.of("a", "b".getBytes(UTF_8)), 0))
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .satisfies(e -> assertThat(org.assertj.core.util.Throwables.getStackTrace(e))
                            .contains("WRONGPASS")
                            .doesNotContain("wr0ng-secret"));
            assertThat(other.isReachable()).isFalse();
        }
    }

    @Test
    void noThreadIsLeftAfterClose() {
        var before = lettuceThreads();
        try (var other = new RedisBroker(settings(redis.uri()));
                var reader = BlockingReader.of(other, List.of("left"), "g", "me")) {
            assertThat(other.isReachable()).isTrue();
            assertThat(reader.ack("left", List.of("1-1"))).succeedsWithin(Duration.ofSeconds(5));
            assertThat(lettuceThreads()).hasSizeGreaterThan(before.size());
        }
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(lettuceThreads()).isSubsetOf(before));
    }

    private static List<Thread> lettuceThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lettuce-"))
                .toList();
    }

    @Test
    void closingIsQuick() {
        var other = new RedisBroker(settings(redis.uri()));
        assertThat(other.isReachable()).isTrue();
        long start = System.nanoTime();
        other.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aFactIsAKeyThatExpires() {
        broker.facts("shop.1x0.").remember("revoked.t1", Duration.ofMinutes(1));

        assertThat(client.commands().get("shop.1x0.revoked.t1")).isEqualTo("1");
        assertThat(client.commands().pttl("shop.1x0.revoked.t1")).isBetween(50_000L, 60_000L);
    }

    @Test
    void anInterruptedQuestionFailsAndLeavesTheThreadInterrupted() {
        client.commands().clientPause(200); // else the answer may be there before anybody waits for it
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> broker.facts("shop.1x0.").knows("revoked.t1"))
                .isInstanceOf(FactsUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
