package io.hopeit.streams.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every member of a group does, whatever the broker. */
public abstract class GroupMemberContract extends LeavingContract {
    @Test
    void aGroupBeginsWithTheOldestEntry() throws Exception {
        var ids = appendSome(2);

        try (var me = join("me")) {
            assertThat(ids(read(me, 10).entries())).isEqualTo(ids);
        }
    }

    @Test
    void aGroupCanBeginWithWhatComesFromNowOn() throws Exception {
        append("before");

        try (var me = broker().join(List.of(key), "g", "me", true)) {
            assertThat(get(me.read(10, PLENTY, NOW)).entries()).isEmpty();
            var after = append("after");
            assertThat(ids(read(me, 10).entries())).containsExactly(after);
        }
    }

    @Test
    void aReadThatGetsNothingInTimeIsEmpty() throws Exception {
        try (var me = join("me")) {
            assertThat(get(me.read(10, PLENTY, Duration.ofMillis(20)))).isEqualTo(Batch.EMPTY);
        }
    }

    @Test
    void aReadCanBeEndedWhileItWaits() throws Exception {
        try (var me = join("me")) {
            var reading = me.read(10, PLENTY, Duration.ofMinutes(1));

            me.wake();

            assertThat(get(reading)).isEqualTo(Batch.EMPTY);
            var id = append("after");
            assertThat(ids(read(me, 10).entries())).containsExactly(id);
        }
    }

    @Test
    void whatIsReadNextWhenAnAnswerBeginsToComeFollowsIt() throws Exception {
        var ids = appendSome(100);

        try (var me = join("me")) {
            var next = new AtomicReference<@Nullable CompletionStage<Batch>>();
            var first = me.read(60, PLENTY, SOON, () -> next.set(me.read(60, PLENTY, SOON)));

            assertThat(ids(get(first).entries())).isEqualTo(ids.subList(0, 60));
            var asked = next.get(); // not every broker tells
            assertThat(ids(get(asked == null ? me.read(60, PLENTY, SOON) : asked)
                            .entries()))
                    .isEqualTo(ids.subList(60, 100));
        }
    }

    @Test
    void entriesBeyondTheBytesAreWithheldAndCanBeTaken() throws Exception {
        var ids = appendSome(3);

        try (var me = join("me")) {
            var batch = get(me.read(10, 12, SOON));

            assertThat(ids(batch.entries())).containsExactly(ids.getFirst());
            assertThat(batch.withheld()).isEqualTo(Map.of(key, ids.subList(1, 3)));
            var taken = get(me.take(key, ids.subList(1, 3), false)).entries();
            assertThat(ids(taken)).isEqualTo(ids.subList(1, 3));
            assertThat(taken).extracting(Entry::deliveries).containsExactly(1L, 1L);
        }
    }

    @Test
    void theFirstEntryIsReadHoweverLargeItIs() throws Exception {
        var id = append("a".repeat(1000));

        try (var me = join("me")) {
            assertThat(ids(get(me.read(10, 1, SOON)).entries())).containsExactly(id);
        }
    }

    @Test
    void acknowledgingEndsThePendingWhoeverItBelongsTo() throws Exception {
        var ids = appendSome(2);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);
            assertThat(get(other.ack(key, ids))).isEqualTo(2);
            assertThat(get(other.ack(key, ids))).isZero();
            assertThat(get(me.owned(key, "", 10))).isEmpty();
        }
    }

    @Test
    void onlyWhatIsOwnedIsAcknowledgedAsOwned() throws Exception {
        var ids = appendSome(3);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 2);
            read(other, 1);

            assertThat(get(me.ackOwned(key, ids))).containsExactlyElementsOf(ids.subList(0, 2));
            assertThat(get(other.owned(key, "", 10))).containsExactly(ids.get(2));
        }
    }

    @Test
    void whatIsOwnedIsListedInPages() throws Exception {
        var ids = appendSome(3);

        try (var me = join("me")) {
            read(me, 10);

            assertThat(get(me.owned(key, "", 2))).isEqualTo(ids.subList(0, 2));
            assertThat(get(me.owned(key, ids.get(1), 2))).isEqualTo(ids.subList(2, 3));
        }
    }

    @Test
    void extendingMakesFreshWhatIsOwned() throws Exception {
        var ids = appendSome(2);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 1);
            get(me.release(key, ids, IDLE)); // it is idle for that long, as others see it

            assertThat(get(me.extend(key, ids))).containsExactly(ids.getFirst());
            assertThat(sweep(other, IDLE).abandoned()).isEmpty();
        }
    }

    @Test
    void anIdleEntryIsSweptAndTakenAsAnotherDelivery() throws Exception {
        var ids = appendSome(1);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);

            assertThat(sweep(other, IDLE).abandoned()).isEmpty();
            assertThat(sweep(other, Duration.ZERO)).isEqualTo(new Swept(Swept.START, List.of(), ids, List.of()));
            assertThat(get(other.take(key, ids, true)).entries())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.deliveries()).isEqualTo(2);
                        assertThat(entry.fields().get("payload")).isEqualTo("m0".getBytes(UTF_8));
                    });
            assertThat(get(me.extend(key, ids))).isEmpty();
            assertThat(get(me.take(key, ids, true)).entries()).isEmpty();
        }
    }

    @Test
    void aSweepGoesOnWhereTheLastOneEnded() throws Exception {
        var ids = appendSome(3);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);

            var first = sweep(other, Swept.START, Duration.ZERO, 2);
            var second = sweep(other, first.cursor(), Duration.ZERO, 2);

            assertThat(first.abandoned()).isEqualTo(ids.subList(0, 2));
            assertThat(second.abandoned()).isEqualTo(ids.subList(2, 3));
            assertThat(second.cursor()).isEqualTo(Swept.START);
        }
    }

    @Test
    void whatIsPutOffIsNotSweptBeforeItIsDue() throws Exception {
        var ids = appendSome(1);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);

            assertThat(get(me.retryLater(key, ids.getFirst(), IDLE, true))).isTrue();

            assertThat(sweep(other, Duration.ZERO)).isEqualTo(new Swept(Swept.START, List.of(), List.of(), List.of()));
            assertThat(get(me.owned(key, "", 10))).isEmpty();
            assertThat(get(me.stats(key)).retries()).isEqualTo(1);
        }
    }

    @Test
    void whatIsPutOffIsSweptByAnybodyWhenItIsDue() throws Exception {
        var ids = appendSome(1);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);
            get(me.retryLater(key, ids.getFirst(), Duration.ofMillis(20), true));

            await().atMost(SOON).until(() -> sweep(other, IDLE).due().equals(ids));

            assertThat(get(other.take(key, ids, true)).entries())
                    .extracting(Entry::deliveries)
                    .containsExactly(2L);
            assertThat(get(other.stats(key)).retries()).isZero();
        }
    }

    @Test
    void aDeliveryThatDoesNotCountIsNotCounted() throws Exception {
        var ids = appendSome(1);

        try (var me = join("me")) {
            read(me, 10);
            get(me.retryLater(key, ids.getFirst(), Duration.ZERO, false));

            await().atMost(SOON).until(() -> sweep(me, IDLE).due().equals(ids));

            assertThat(get(me.take(key, ids, true)).entries())
                    .extracting(Entry::deliveries)
                    .containsExactly(1L);
        }
    }

    @Test
    void whatIsNotOwnedCannotBePutOff() throws Exception {
        var ids = appendSome(1);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);

            assertThat(get(other.retryLater(key, ids.getFirst(), IDLE, true))).isFalse();
            assertThat(get(me.owned(key, "", 10))).isEqualTo(ids);
        }
    }
}
