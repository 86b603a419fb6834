package io.hopeit.streams.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every broker drops of a stream, and what it never does. */
public abstract class TrimContract extends GroupMemberFixture {
    private static final Duration AGE = Duration.ofMillis(50);
    /** Servers drop whole blocks of 100, and look at every hundredth append. */
    private static final int NEXT = 100;

    private static final int LESS = 2 * NEXT + NEXT / 2;

    /** What a stream can be trimmed by. */
    enum Policy {
        MAX_LENGTH(10, Duration.ZERO, false),
        MAX_AGE(0, AGE, false),
        ACKNOWLEDGED(0, Duration.ZERO, true),
        ALL(10, AGE, true);

        private final long length;
        private final Duration age;
        private final boolean acknowledged;

        Policy(long length, Duration age, boolean acknowledged) {
            this.length = length;
            this.age = age;
            this.acknowledged = acknowledged;
        }

        Trim trim(boolean unread) {
            return new Trim(length, age, acknowledged, unread);
        }
    }

    /** Returns once it is trimmed, if it is: what is asked next comes after that. */
    private void appendMany(int count, Trim trim) throws Exception {
        var last = appendLater(trim);
        for (int i = 1; i < count; i++) {
            last = appendLater(trim);
        }
        assertThat(last).succeedsWithin(SOON);
    }

    private CompletionStage<String> appendLater(Trim trim) {
        return broker().append(new Append(key, Map.of("n", new byte[1]), trim, 0, Optional.empty()));
    }

    /** So that what is there is old. */
    private static void awaitAge() {
        await().pollDelay(AGE.multipliedBy(2)).until(() -> true);
    }

    private long length(GroupMember member) throws Exception {
        return get(member.stats(key)).length();
    }

    private boolean isKnownWhereItIs() throws Exception {
        return get(broker().deadLetters(key).list("g", "", 1)).isEmpty();
    }

    private GroupMember joined(String group) throws Exception {
        await().atMost(SOON).ignoreExceptions().until(this::isKnownWhereItIs);
        var member = broker().join(List.of(key), group, "me", false);
        get(member.read(1, PLENTY, NOW));
        return member;
    }

    @ParameterizedTest
    @EnumSource
    void whatEveryGroupHasAcknowledgedCanGo(Policy policy) throws Exception {
        try (var me = joined("g");
                var other = joined("other")) {
            appendMany(500, Trim.NONE);
            for (GroupMember member : List.of(me, other)) {
                get(member.ack(key, ids(read(member, 500).entries())));
            }
            awaitAge();

            appendMany(NEXT, policy.trim(false));

            await().atMost(SOON).until(() -> length(me) < LESS);
            assertThat(read(me, 1000).entries()).hasSize(NEXT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPendingStaysWithAllThatComesAfterIt(Policy policy) throws Exception {
        try (var me = joined("g")) {
            appendMany(500, Trim.NONE);
            var ids = new ArrayList<>(ids(read(me, 500).entries()));
            var pending = ids.remove(350);
            get(me.ack(key, ids));
            awaitAge();

            appendMany(NEXT, policy.trim(false));

            await().atMost(SOON).until(() -> length(me) < 500);
            assertThat(length(me)).isGreaterThanOrEqualTo(500 - 350 + NEXT);
            assertThat(ids(get(me.take(key, List.of(pending), true)).entries())).containsExactly(pending);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadGroupHasNotReadStays(Policy policy) throws Exception {
        try (var me = joined("g");
                var dead = joined("dead")) {
            appendMany(500, Trim.NONE);
            get(me.ack(key, ids(read(me, 500).entries())));
            awaitAge();

            appendMany(NEXT, policy.trim(false));

            assertThat(length(me)).isEqualTo(500 + NEXT);
            assertThat(read(dead, 1000).entries()).hasSize(500 + NEXT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void allStaysWhereThereAreNoGroups(Policy policy) throws Exception {
        appendMany(500, Trim.NONE);
        awaitAge();

        appendMany(NEXT, policy.trim(false));

        try (var late = broker().join(List.of(key), "late", "me", false)) {
            assertThat(get(late.stats(key))).isEqualTo(GroupStats.NONE);
            assertThat(read(late, 1000).entries()).hasSize(500 + NEXT);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MAX_LENGTH", "MAX_AGE", "ALL"})
    void whatIsNotReadGoesWhereThatIsAllowed(Policy policy) throws Exception {
        try (var me = joined("g")) {
            appendMany(500, Trim.NONE);
            awaitAge();

            appendMany(NEXT, policy.trim(true));

            await().atMost(SOON).until(() -> length(me) < LESS);
            // what has just come may be old by now, too
            assertThat(get(me.read(1000, PLENTY, NOW)).entries()).hasSizeLessThan(LESS);
        }
    }

    @Test
    void nothingGoesThatIsNotAcknowledgedWhenOnlyWhatIsAcknowledgedMay() throws Exception {
        try (var me = joined("g")) {
            appendMany(500, Trim.NONE);

            appendMany(NEXT, Policy.ACKNOWLEDGED.trim(true));

            assertThat(length(me)).isEqualTo(500 + NEXT);
        }
    }

    @Test
    void whatIsPendingThoughItHasGoneIsSaidToBeGone() throws Exception {
        var id = append("first");
        try (var me = join("me")) {
            read(me, 1);
            appendMany(500, Policy.MAX_LENGTH.trim(true));
            await().atMost(SOON).until(() -> length(me) < LESS);

            assertThat(sweep(me, Duration.ZERO).gone()).containsExactly(id);
            assertThat(get(me.stats(key)).pending()).isZero();
        }
    }

    @Test
    void noMoreGoesThanTheLengthThatMayStay() throws Exception {
        try (var me = joined("g")) {
            appendMany(500, Trim.NONE);
            get(me.ack(key, ids(read(me, 500).entries())));

            appendMany(NEXT, new Trim(300, Duration.ZERO, false, false));

            await().atMost(SOON).until(() -> length(me) < 500);
            assertThat(length(me)).isGreaterThanOrEqualTo(300);
        }
    }

    @Test
    void whatIsYoungStays() throws Exception {
        try (var me = joined("g")) {
            appendMany(500, Trim.NONE);
            get(me.ack(key, ids(read(me, 500).entries())));

            appendMany(NEXT, new Trim(0, IDLE, false, true));

            assertThat(length(me)).isEqualTo(500 + NEXT);
        }
    }
}
