package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import io.hopeit.streams.spi.GroupMemberContract;
import io.hopeit.streams.spi.Trim;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The user of docs/redis.acl can do all that a member of a group does, and no more. */
class RedisAclTest extends GroupMemberContract {
    private static EmbeddedRedis redis;
    private static RedisBroker broker;

    @BeforeAll
    static void start() throws IOException {
        redis = EmbeddedRedis.start();
        setUser(rules());
        broker = new RedisBroker(RedisBrokerTest.settings(uri("hopeit")));
    }

    @AfterAll
    static void stop() {
        broker.close();
        redis.close();
    }

    private static String uri(String user) {
        return "redis://%s:change-me@127.0.0.1:%d".formatted(user, redis.port());
    }

    /** {@code user hopeit on >change-me …}, without the first word. */
    private static List<String> rules() throws IOException {
        var line = Files.readAllLines(Path.of("../docs/redis.acl")).stream()
                .filter(text -> text.startsWith("user "))
                .findFirst()
                .orElseThrow();
        return List.of(line.substring("user ".length()).split(" "));
    }

    private static void setUser(List<String> rules) {
        try (var admin = new RedisClientForTests(redis.uri())) {
            var args = new CommandArgs<>(StringCodec.UTF8).add("SETUSER");
            rules.forEach(args::add);
            admin.commands().dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), args);
        }
    }

    @Override
    protected String prefix() {
        return "shop.1x0.";
    }

    @Override
    protected Broker broker() {
        return broker;
    }

    @Test
    void factsCanBeRemembered() {
        broker.facts("shop.1x0.").remember("a", Duration.ofMinutes(1));
        assertThat(broker.facts("shop.1x0.").knows("a")).isTrue();
        assertThat(broker.isReachable()).isTrue();
    }

    @Test
    void shardsCanBeOwnedAndGivenUp() throws Exception {
        var shards = broker.shards("shop.1x0.sharded", "g", "me");

        assertThat(get(shards.present(Duration.ofMinutes(1))).count()).isEqualTo(1);
        assertThat(get(shards.own(0, Duration.ofMinutes(1)))).isTrue();
        assertThat(get(shards.disown(0))).isTrue();
        assertThat(get(shards.absent())).isTrue();
    }

    @Test
    void nothingElseCanBeDone() {
        try (var client = new RedisClientForTests(uri("hopeit"))) {
            assertThatThrownBy(() -> client.commands().flushall()).hasMessageContaining("NOPERM");
            assertThatThrownBy(() -> client.commands().keys("*")).hasMessageContaining("NOPERM");
            assertThatThrownBy(() -> client.commands().configGet("*")).hasMessageContaining("NOPERM");
            assertThatThrownBy(() -> client.commands().unlink("shop.1x0.orders"))
                    .hasMessageContaining("NOPERM");
            assertThatThrownBy(() -> client.commands().xadd("bank.1x0.orders", Map.of("a", "b")))
                    .isInstanceOf(RedisCommandExecutionException.class)
                    .hasMessageContaining("NOPERM");
        }
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        var weak = rules().stream()
                .map(word -> word.equals("hopeit") ? "weak" : word)
                .filter(word -> !word.startsWith("+eval"))
                .toList();
        setUser(weak);
        try (var other = new RedisBroker(RedisBrokerTest.settings(uri("weak")));
                var member = other.join(List.of("shop.1x0.weak"), "g", "me", false)) {
            get(other.append(Append.of("shop.1x0.weak", Map.of("a", "b".getBytes(UTF_8)))));

            assertThatThrownBy(() -> member.extend("shop.1x0.weak", List.of("1-1"))
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            BrokerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT))
                    .hasMessageContaining("NOPERM")
                    .hasMessageContaining("grant this user +eval and +evalsha");
        }
    }

    @Test
    void whatIsStoredWithoutTheRightToWaitForReplicasIsNotSaidToBeLost() throws Exception {
        setUser(rules().stream()
                .map(word -> word.equals("hopeit") ? "impatient" : word)
                .filter(word -> !word.equals("+wait"))
                .toList());
        var append = new Append("shop.1x0.waits", Map.of("a", "b".getBytes(UTF_8)), Trim.NONE, 1, Optional.empty());
        try (var other = new RedisBroker(RedisBrokerTest.settings(uri("impatient")))) {
            assertThatThrownBy(() -> other.append(append).toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(BrokerException.class, e -> {
                        assertThat(e.isOutcomeUnknown()).isTrue();
                        assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
                    })
                    .hasMessageContaining("it is stored, but not known to be on 1 replicas: NOPERM");
        }
    }
}
