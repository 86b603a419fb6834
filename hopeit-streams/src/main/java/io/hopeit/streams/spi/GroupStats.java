package io.hopeit.streams.spi;

import java.time.Duration;

/**
 * How a group of a stream stands.
 *
 * {@snippet :
 * CompletionStage<Boolean> isBehind(GroupMember member, String stream) {
 *     return member.stats(stream).thenApply(stats -> stats.lag() + stats.pending() > 10_000);
 * }
 * }
 *
 * @param length entries in the stream
 * @param lag entries that no consumer has got so far; an estimate where the server cannot tell, negative when there is
 *     none; too high, but never when it is zero, after entries were deleted one by one
 * @param pending entries that have been read and not acknowledged
 * @param own of the pending ones, those that belong to the member that asks
 * @param oldestPending how long ago the oldest of these was appended; zero when there are none
 * @param retries of the pending ones, those that wait for a retry, and until then also those that were acknowledged while
 *     they waited
 * @param consumers consumers that the group knows; one that has never got anything may not be among them
 * @param deadLetters entries in the stream of dead letters, of whichever group
 */
public record GroupStats(
        long length,
        long lag,
        long pending,
        long own,
        Duration oldestPending,
        long retries,
        long consumers,
        long deadLetters) {
    /** Of a group that does not exist. */
    public static final GroupStats NONE = new GroupStats(0, 0, 0, 0, Duration.ZERO, 0, 0, 0);
}
