package io.hopeit.streams.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every broker does with entries that are given up, and with those that are appended once. */
public abstract class DeadLetterContract extends TrimContract {
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
    void theNewestDeadLetterIsTheLastThatWasGivenUp() throws Exception {
        appendSome(2);

        try (var me = join("me")) {
            var letters = broker().deadLetters(key);
            assertThat(get(letters.newest())).isEmpty();

            giveUp(me);
            var newest = giveUp(me);

            assertThat(get(letters.newest())).isEqualTo(newest.id());
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
    void anAppendWithAnIdThatWasUsedAppendsNothing() throws Exception {
        var once = Optional.of(new Append.Once("o1", IDLE));
        var append = new Append(key, Map.of("payload", "m".getBytes(UTF_8)), Trim.NONE, 0, once);

        var id = get(broker().append(append));

        assertThat(get(broker().append(append))).isEqualTo(id);
        try (var me = join("me")) {
            assertThat(ids(read(me, 10).entries())).containsExactly(id);
        }
    }
}
