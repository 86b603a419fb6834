package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.BrokerException.Kind;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Keys;
import io.hopeit.streams.spi.Trim;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a server refuses, or has lost itself, does no harm. */
class RedisRefusalTest extends BehindProxy {
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
            assertThat(swept.due()).isEmpty();
            assertThat(swept.abandoned()).isEmpty();
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
    void aServerWithoutMemoryIsRidOfWhatIsAcknowledged() throws Exception {
        var trim = new Trim(0, Duration.ZERO, true, false);
        var append = new Append("orders", Map.of("a", new byte[1]), trim, 0, Optional.empty());
        try (var me = join()) {
            for (int i = 0; i < 10; i++) {
                get(broker.append(append));
            }
            var entries = get(me.read(10, PLENTY, Duration.ofSeconds(1))).entries();
            await().pollDelay(Duration.ofMillis(1500))
                    .until(() -> true); // what was appended has been followed by its trim
            client.commands().configSet("maxmemory", "1");
            get(me.ack("orders", entries.stream().map(Entry::id).toList()));

            await().until(() -> failure(broker.append(append)).kind() == Kind.CAPACITY
                    && client.commands().xlen("orders") == 0);
        }
    }

    @Test
    void aServerWithoutMemoryLeavesShardsToTheirOwners() throws Exception {
        var shards = broker.shards("orders", "g", "me");
        get(shards.present(Duration.ofMinutes(1)));
        get(shards.own(0, Duration.ofMinutes(1)));
        client.commands().configSet("maxmemory", "1");

        assertThat(get(shards.present(Duration.ofMinutes(1))).count()).isEqualTo(1);
        assertThat(get(shards.own(0, Duration.ofMinutes(1)))).isTrue();
        assertThat(get(shards.own(1, Duration.ofMinutes(1)))).isTrue();
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
    void anEntryThatRepeatsAFewNamesThousandsOfTimesBecomesADeadLetter() throws Exception {
        var pairs = new Object[9000];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = "f" + i / 2 % 3;
            pairs[i + 1] = "v" + i / 2;
        }
        client.commands().xadd("orders", pairs);
        try (var me = join()) {
            var entry = get(me.read(1, PLENTY, Duration.ofSeconds(1))).entries().getFirst();

            assertThat(get(me.deadLetter(entry, Map.of("dlq.group", "g".getBytes(UTF_8)))))
                    .isTrue();

            assertThat(client.entries(Keys.deadLetters("orders")))
                    .containsExactly(Map.of("f0", "v4497", "f1", "v4498", "f2", "v4499", "dlq.group", "g"));
            assertThat(get(me.stats("orders")).pending()).isZero();
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

            assertThat(failure(reading).isOutcomeUnknown()).isTrue();
            // the server may not know yet that nobody waits there any more
            var id = client.commands().xadd("orders", Map.of("payload", "after"));
            await().atMost(RECOVERS_WITHIN)
                    .ignoreExceptions()
                    .until(() ->
                            ids(get(me.read(1, PLENTY, Duration.ofMillis(500)))).contains(id)
                                    || get(me.owned("orders", "", 10)).contains(id));
        }
    }

    @Test
    void aReadIsEndedByOneCallAtATimeHoweverOftenThatIsAskedFor() throws Exception {
        client.commands()
                .aclSetuser(
                        "named",
                        AclSetuserArgs.Builder.on()
                                .addPassword("p")
                                .allKeys()
                                .allCommands()
                                .removeCommand(CommandType.CLIENT)
                                .addCommand(CommandType.CLIENT, CommandKeyword.ID));
        var uri = "redis://named:p@127.0.0.1:" + redis.port();
        try (var other = new RedisBroker(RedisBrokerTest.settings(uri));
                var me = other.join(List.of("orders"), "g", "me", false)) {
            get(me.read(1, PLENTY, Duration.ofMillis(1)));
            long before = refusedCalls();
            var reading = me.read(1, PLENTY, Duration.ofSeconds(1));

            for (int i = 0; i < 100; i++) {
                me.wake();
            }

            assertThat(get(reading).entries()).isEmpty();
            assertThat(refusedCalls() - before).isBetween(1L, 99L);
        }
    }

    /** Of the command {@code CLIENT}. */
    private long refusedCalls() {
        var refused = Pattern.compile("cmdstat_client.*rejected_calls=(\\d+)");
        return refused.matcher(client.commands().info("commandstats"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
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
}
