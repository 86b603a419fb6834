package io.hopeit.streams.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every member of a group does, whatever the broker. */
public abstract class GroupMemberContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NOW = Duration.ofMillis(1);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final long PLENTY = 1 << 20;

    private final String key = "member." + UUID.randomUUID();

    /** The one to test; it is not closed. */
    protected abstract Broker broker();

    protected static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    private GroupMember join(String consumer) {
        return broker().join(List.of(key), "g", consumer, false);
    }

    private String append(String text) throws Exception {
        return get(broker().append(Append.of(key, Map.of("payload", text.getBytes(UTF_8)))));
    }

    private List<String> appendSome(int count) throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(append("m" + i));
        }
        return ids;
    }

    private static Batch read(GroupMember member, int count) throws Exception {
        return get(member.read(count, PLENTY, SOON));
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private Swept sweep(GroupMember member, Duration idle) throws Exception {
        return get(member.sweep(key, Swept.START, idle, 100));
    }

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
            await().pollDelay(Duration.ofMillis(500)).until(() -> true); // it is idle for that long

            assertThat(get(me.extend(key, ids))).containsExactly(ids.getFirst());
            assertThat(sweep(other, Duration.ofMillis(400)).abandoned()).isEmpty();
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

            var first = get(other.sweep(key, Swept.START, Duration.ZERO, 2));
            var second = get(other.sweep(key, first.cursor(), Duration.ZERO, 2));

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

    private static Map<String, byte[]> details(String id) {
        var details = new LinkedHashMap<String, byte[]>();
        details.put(DeadLetterStore.ID, id.getBytes(UTF_8));
        details.put(DeadLetterStore.GROUP, "g".getBytes(UTF_8));
        return details;
    }

    /** Reads one entry and gives it up; returns it as a dead letter. */
    private Entry giveUp(GroupMember member) throws Exception {
        var entry = read(member, 1).entries().getFirst();
        get(member.deadLetter(entry, details(entry.id())));
        return get(broker().deadLetters(key).list("g", "", 10)).getLast();
    }

    @Test
    void aDeadLetterHasAllFieldsAndTheDetailsAndIsPendingNoMore() throws Exception {
        var id = append("m");

        try (var me = join("me")) {
            var letter = giveUp(me);

            assertThat(letter.fields().keySet()).containsExactly("payload", "dlq.id", "dlq.group");
            assertThat(letter.fields().get("payload")).isEqualTo("m".getBytes(UTF_8));
            assertThat(letter.fields().get("dlq.id")).isEqualTo(id.getBytes(UTF_8));
            assertThat(get(me.stats(key)).pending()).isZero();
            assertThat(get(me.stats(key)).deadLetters()).isEqualTo(1);
        }
    }

    @Test
    void anEntryOfThousandsOfFieldsBecomesADeadLetter() throws Exception {
        var fields = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 5000; i++) {
            fields.put("f" + i, ("v" + i).getBytes(UTF_8));
        }
        get(broker().append(Append.of(key, fields)));

        try (var me = join("me")) {
            var letter = giveUp(me);

            assertThat(letter.fields()).hasSize(5002).containsEntry("f4999", "v4999".getBytes(UTF_8));
            assertThat(get(me.stats(key)).pending()).isZero();
        }
    }

    @Test
    void whatIsNotOwnedDoesNotBecomeADeadLetter() throws Exception {
        append("m");

        try (var me = join("me");
                var other = join("other")) {
            var entry = read(me, 1).entries().getFirst();

            assertThat(get(other.deadLetter(entry, details(entry.id())))).isFalse();
            assertThat(get(broker().deadLetters(key).list("g", "", 10))).isEmpty();
        }
    }

    @Test
    void aDeadLetterThatIsRedrivenIsDeliveredToItsGroupAsIfForTheFirstTime() throws Exception {
        var id = append("m");

        try (var me = join("me")) {
            var letter = giveUp(me);

            assertThat(get(broker().deadLetters(key).redrive("g", List.of(letter.id()))))
                    .isEqualTo(1);

            assertThat(sweep(me, IDLE).abandoned()).containsExactly(id);
            assertThat(get(me.take(key, List.of(id), true)).entries())
                    .extracting(Entry::deliveries)
                    .containsExactly(1L);
            assertThat(get(broker().deadLetters(key).list("g", "", 10))).isEmpty();
        }
    }

    @Test
    void onlyDeadLettersOfTheGroupAreDiscarded() throws Exception {
        append("m");

        try (var me = join("me")) {
            var letter = giveUp(me);
            var letters = broker().deadLetters(key);

            assertThat(get(letters.discard("other", List.of(letter.id())))).isZero();
            assertThat(get(letters.list("other", "", 10))).isEmpty();
            assertThat(get(letters.discard("g", List.of(letter.id())))).isEqualTo(1);
            assertThat(get(letters.list("g", "", 10))).isEmpty();
        }
    }

    @Test
    void deadLettersAreListedInPages() throws Exception {
        appendSome(3);

        try (var me = join("me")) {
            for (int i = 0; i < 3; i++) {
                giveUp(me);
            }
            var letters = broker().deadLetters(key);
            var all = ids(get(letters.list("g", "", 10)));

            assertThat(all).hasSize(3);
            assertThat(ids(get(letters.list("g", "", 2)))).isEqualTo(all.subList(0, 2));
            assertThat(ids(get(letters.list("g", all.get(1), 2)))).isEqualTo(all.subList(2, 3));
        }
    }

    @Test
    void whatIsReleasedIsSweptAtOnceAndItsDeliveryDoesNotCount() throws Exception {
        var ids = appendSome(2);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);

            assertThat(get(me.release(key, ids, IDLE))).isEqualTo(2);

            assertThat(sweep(other, IDLE).abandoned()).isEqualTo(ids);
            assertThat(get(other.take(key, ids, true)).entries())
                    .extracting(Entry::deliveries)
                    .containsExactly(1L, 1L);
        }
    }

    @Test
    void whoLeavesReleasesAllButWhatWaitsForARetry() throws Exception {
        var ids = appendSome(2);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);
            get(me.retryLater(key, ids.getFirst(), IDLE, true));

            assertThat(get(me.leave(key, IDLE))).isEqualTo(1);
            assertThat(sweep(other, IDLE).abandoned()).isEqualTo(ids.subList(1, 2));
            assertThat(get(other.stats(key)).pending()).isEqualTo(2);
        }
    }

    @Test
    void whoLeavesWithNothingPendingIsForgotten() throws Exception {
        var ids = appendSome(2);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 1);
            read(other, 1);
            get(me.ack(key, ids));
            assertThat(get(other.stats(key)).consumers()).isEqualTo(2);

            assertThat(get(me.leave(key, IDLE))).isZero();

            assertThat(get(other.stats(key)).consumers()).isEqualTo(1);
        }
    }

    @Test
    void onlyOthersThatAreIdleAndHaveNothingPendingAreReaped() throws Exception {
        var ids = appendSome(3);

        try (var busy = join("busy");
                var gone = join("gone");
                var me = join("me")) {
            read(busy, 1);
            read(gone, 1);
            read(me, 1);
            get(me.ack(key, ids.subList(1, 3)));

            assertThat(get(me.reap(key, IDLE))).isZero();
            assertThat(get(me.reap(key, Duration.ZERO))).isEqualTo(1);
            assertThat(get(me.stats(key)).consumers()).isEqualTo(2);
        }
    }

    @Test
    void statsTellWhatIsPendingAndWhatIsNotReadYet() throws Exception {
        appendSome(3);

        try (var me = join("me")) {
            read(me, 2);

            var stats = get(me.stats(key));

            assertThat(stats.length()).isEqualTo(3);
            assertThat(stats.pending()).isEqualTo(2);
            assertThat(stats.lag()).isPositive();
            assertThat(stats.oldestPending()).isBetween(Duration.ZERO, SOON);
            read(me, 2);
            assertThat(get(me.stats(key)).lag()).isZero();
        }
    }

    @Test
    void aGroupThatIsNotThereHasNothing() throws Exception {
        try (var me = join("me")) {
            assertThat(get(me.stats(key))).isEqualTo(GroupStats.NONE);
            assertThat(get(me.extend(key, List.of("1-1")))).isEmpty();
            assertThat(get(me.owned(key, "", 10))).isEmpty();
            assertThat(sweep(me, Duration.ZERO)).isEqualTo(new Swept(Swept.START, List.of(), List.of(), List.of()));
            assertThat(get(me.leave(key, IDLE))).isZero();
        }
    }

    @Test
    void anAppendWithAnIdThatWasUsedAppendsNothing() throws Exception {
        var once = Optional.of(new Append.Once("o1", IDLE));
        var append = new Append(key, Map.of("payload", "m".getBytes(UTF_8)), Trim.NONE, 0, once);

        var id = get(broker().append(append));

        assertThat(get(broker().append(append))).isEqualTo(id);
        try (var me = join("me")) {
            assertThat(ids(read(me, 10).entries())).containsExactly(id);
        }
    }

    private void appendMany(int count, Trim trim) {
        var last = broker().append(Append.of(key, Map.of("n", new byte[1])));
        for (int i = 1; i < count; i++) {
            last = broker().append(new Append(key, Map.of("n", new byte[1]), trim, 0, Optional.empty()));
        }
        assertThat(last).succeedsWithin(SOON);
    }

    @Test
    void aTrimStopsAtWhatAGroupHasNotAcknowledged() throws Exception {
        try (var me = join("me")) {
            get(me.read(1, PLENTY, NOW));
            appendMany(1000, new Trim(100, Duration.ZERO, false, false));

            assertThat(get(me.stats(key)).length()).isEqualTo(1000);

            get(me.ack(key, ids(read(me, 800).entries())));
            appendMany(100, new Trim(100, Duration.ZERO, false, false));
            await().atMost(SOON).until(() -> get(me.stats(key)).length() < 600);
            assertThat(get(me.stats(key)).length()).isGreaterThanOrEqualTo(300);
        }
    }

    @Test
    void whatEveryGroupHasAcknowledgedCanGo() throws Exception {
        try (var me = join("me")) {
            get(me.read(1, PLENTY, NOW));
            appendMany(500, Trim.NONE);
            get(me.ack(key, ids(read(me, 500).entries())));

            appendMany(100, new Trim(0, Duration.ZERO, true, false));

            await().atMost(SOON).until(() -> get(me.stats(key)).length() < 300);
            assertThat(get(me.stats(key)).length()).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void aTrimDropsWhatIsUnreadWhereThatIsAllowed() throws Exception {
        appendMany(1000, new Trim(100, Duration.ZERO, false, true));

        try (var me = join("me")) {
            assertThat(read(me, 1000).entries()).hasSizeBetween(100, 300);
        }
    }
}
