package io.hopeit.streams.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every broker does when members leave a group, and what it tells of the group. */
public abstract class LeavingContract extends DeadLetterContract {
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
    void whatIsReleasedIsNotReleasedOnceMoreWhenItsConsumerLeaves() throws Exception {
        var ids = appendSome(2);

        try (var me = join("me");
                var other = join("other")) {
            read(me, 10);
            get(me.take(key, ids, true));
            get(me.release(key, ids.subList(0, 1), IDLE));

            assertThat(get(me.leave(key, IDLE))).isEqualTo(1);

            assertThat(sweep(other, IDLE).abandoned()).isEqualTo(ids);
            assertThat(get(other.take(key, ids, true)).entries())
                    .extracting(Entry::deliveries)
                    .containsExactly(2L, 2L);
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
            assertThat(me.extend(key, List.of("1-1")))
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            BrokerException.class, e -> assertThat(e.kind()).isEqualTo(BrokerException.Kind.STATE));
            assertThat(get(me.owned(key, "", 10))).isEmpty();
            assertThat(sweep(me, Duration.ZERO)).isEqualTo(new Swept(Swept.START, List.of(), List.of(), List.of()));
            assertThat(get(me.leave(key, IDLE))).isZero();
        }
    }
}
