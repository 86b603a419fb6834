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
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.BlockingReader;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.BrokerContract;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Trim;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBrokerTest extends BrokerContract {
    /** Longer than a busy machine keeps a process waiting, and short enough to wait for. */
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final Duration SOON = Duration.ofSeconds(20);

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
        return settings(uri, TIMEOUT);
    }

    static RedisSettings settings(String uri, Duration commandTimeout) {
        return new RedisSettings(URI.create(uri), commandTimeout, Duration.ofSeconds(5));
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

            await().atMost(SOON).until(() -> reader.read(1, Duration.ofMillis(10)), entries -> !entries.isEmpty());
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

            await().atMost(SOON).until(() -> reader.read(1, Duration.ofSeconds(1)), entries -> !entries.isEmpty());
            deleting.join();
        }
    }

    @Test
    void anErrorOfTheServerSaysWhatWhereAndWhy() throws Exception {
        client.commands().set("text", "no stream");

        assertThat(BlockingReader.append(broker, "text", Map.of("a", "b".getBytes(UTF_8)), 0))
                .failsWithin(SOON)
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
                    .succeedsWithin(SOON);
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
        var settings =
                new RedisSettings(URI.create(redis.uri()), Topology.STANDALONE, login, TIMEOUT, Duration.ofSeconds(5));
        try (var other = new RedisBroker(settings)) {
            assertThat(BlockingReader.append(other, "any", Map.of("a", "b".getBytes(UTF_8)), 0))
                    .succeedsWithin(SOON);

            Files.writeString(file, "second");
            setPassword("bob", "second");
            client.commands().clientKill(KillArgs.Builder.user("bob")); // others have tests to run

            await().atMost(SOON).until(other::isReachable);
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
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .satisfies(e -> assertThat(org.assertj.core.util.Throwables.getStackTrace(e))
                            .contains("WRONGPASS")
                            .doesNotContain("wr0ng-secret"));
            assertThat(other.isReachable()).isFalse();
        }
    }

    /** The quickest of some: any of them can be held up by the machine, and none by a pause of its own. */
    @Test
    void closingIsQuick() {
        var quickest = Stream.generate(RedisBrokerTest::timeToClose).limit(5).min(Duration::compareTo);

        assertThat(quickest.orElseThrow()).isLessThan(Duration.ofSeconds(1));
    }

    private static Duration timeToClose() {
        var other = new RedisBroker(settings(redis.uri()));
        await().atMost(SOON).until(other::isReachable);
        long start = System.nanoTime();
        other.close();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void whatIsAppendedOnceKeepsItsOrderThoughTheServerHasLostItsScripts() throws Exception {
        client.commands().scriptFlush();
        var appended = IntStream.range(0, 5000).mapToObj(this::appendOnce).toList();
        for (CompletionStage<String> append : appended) {
            append.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
        }

        assertThat(client.entries("once"))
                .extracting(fields -> Integer.valueOf(fields.get("n")))
                .isEqualTo(IntStream.range(0, 5000).boxed().toList());
    }

    private CompletionStage<String> appendOnce(int number) {
        var once = Optional.of(new Append.Once("o" + number, Duration.ofMinutes(1)));
        return broker.append(new Append("once", Map.of("n", ("" + number).getBytes(UTF_8)), Trim.NONE, 0, once));
    }

    @Test
    void aFactIsAKeyThatExpires() {
        broker.facts("shop.1x0.").remember("revoked.t1", Duration.ofMinutes(1));

        assertThat(client.commands().get("shop.1x0.revoked.t1")).isEqualTo("1");
        assertThat(client.commands().pttl("shop.1x0.revoked.t1")).isBetween(50_000L, 60_000L);
    }

    @Test
    void anInterruptedQuestionFailsAndLeavesTheThreadInterrupted() throws Exception {
        try (var other = EmbeddedRedis.start();
                var asked = new RedisBroker(settings(other.uri()));
                var onlooker = new RedisClientForTests(other.uri())) {
            long pid = onlooker.pid();
            var facts = asked.facts("shop.1x0.");
            assertThat(facts.knows("revoked.t1")).isFalse();
            RedisClientForTests.signal("STOP", pid); // else the answer may be there before anybody waits for it
            try {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> facts.knows("revoked.t1")).isInstanceOf(FactsUnavailableException.class);
                assertThat(Thread.interrupted()).isTrue();
            } finally {
                RedisClientForTests.signal("CONT", pid);
            }
        }
    }
}
