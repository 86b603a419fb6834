package io.hopeit.streams.spi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Which of a group's consumers may read which shard of a stream: at most one of them at a time. Thread-safe; every stage
 * ends in bounded time, as those of {@link GroupMember}.
 *
 * {@snippet :
 * CompletionStage<Boolean> claim(ShardOwnership ownership, int shard) {
 *     return ownership.present(Duration.ofSeconds(30)).thenCompose(presence -> presence.shareOf(8) > 0
 *             ? ownership.own(shard, Duration.ofSeconds(30))
 *             : CompletableFuture.completedStage(false));
 * }
 * }
 */
public interface ShardOwnership {
    /**
     * The consumers that live.
     *
     * {@snippet :
     * var presence = new ShardOwnership.Presence(0, 3);
     * presence.shareOf(8); // 3: the other two have 3 and 2
     * }
     *
     * @param rank how many of them come before this one, by their names
     * @param count how many there are, this one included
     */
    record Presence(int rank, int count) {
        /** How many shards are this consumer's part. */
        public int shareOf(int shards) {
            return shards / count + (rank < shards % count ? 1 : 0);
        }
    }

    /** Says that this consumer lives, which counts for that long, to the millisecond. */
    CompletionStage<Presence> present(Duration duration);

    /** Makes a shard this consumer's for that long, if it is nobody's or its own already; returns whether it is. */
    CompletionStage<Boolean> own(int shard, Duration duration);

    /** Gives a shard up, if it is this consumer's. */
    CompletionStage<Boolean> disown(int shard);

    /** Says that this consumer lives no more. */
    CompletionStage<Boolean> absent();
}
