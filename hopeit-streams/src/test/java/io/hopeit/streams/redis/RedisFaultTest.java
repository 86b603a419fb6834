package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What gets lost on the way does no harm. */
class RedisFaultTest extends BehindProxy {
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
                .containsOnly("lost", "next")
                .containsOnlyOnce("lost"); // the other one has been tried until it was said to be there
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

            assertThat(failure(reading).isOutcomeUnknown()).isTrue();
            client.commands().xadd("orders", Map.of("payload", "after"));
            await().atMost(RECOVERS_WITHIN)
                    .ignoreExceptions()
                    .until(() -> !ids(get(me.read(1, PLENTY, block))).isEmpty()
                            || !get(me.owned("orders", "", 10)).isEmpty());
        }
    }

    @Test
    void aPublisherWhoseConnectionIsDeadPublishesAgain() {
        proxy.swallowAll();

        assertThat(failure(append("swallowed")).isOutcomeUnknown()).isTrue();

        awaitAppend("after");
        assertThat(client.entries("orders"))
                .extracting(fields -> fields.get("payload"))
                .containsOnly("after");
    }

    @Test
    void whatCannotBeSentIsSurelyNotStored() throws Exception {
        redis.close();
        await().atMost(RECOVERS_WITHIN).until(() -> !failure(append("down")).isOutcomeUnknown());

        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(failure(append("down")).isOutcomeUnknown()).isFalse();
        }
        // if each had waited for an answer, it were five minutes
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
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
