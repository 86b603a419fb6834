package io.hopeit.streams.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * One consumer of a group, over streams that one call can read together. Thread-safe; at most one {@link #read} waits at a
 * time.
 *
 * <p>Every stage ends in bounded time, with a {@link BrokerException} when the broker cannot be reached, refuses, or does
 * not answer in time; what was asked for may then have been done all the same ({@link BrokerException#isOutcomeUnknown()}).
 * Nothing is ever repeated behind the caller's back.
 *
 * <p>An entry that has been read is pending: it belongs to its consumer until it is acknowledged, or until another one
 * sweeps it because it has been idle for too long. Idle is the time since it was read, taken or extended. All that is
 * done to an entry here is done only while it belongs to this consumer, except {@link #ack}.
 *
 * <p>An entry that the stream has lost while it was pending is pending no more once it is taken or swept, however short
 * its idle time. Some servers end its pending as soon as anything is done to it, and then it belongs to nobody.
 *
 * {@snippet :
 * CompletionStage<Long> readAndAck(GroupMember member, String stream) {
 *     return member.read(100, 1 << 20, Duration.ofSeconds(2)).thenCompose(batch -> {
 *         batch.entries().forEach(entry -> handle(entry));
 *         return member.ack(stream, batch.entries().stream().map(Entry::id).toList());
 *     });
 * }
 * }
 */
public interface GroupMember extends AutoCloseable {
    /** The streams. */
    List<String> keys();

    /**
     * Entries that no consumer of the group has got so far, each stream's in their order. A group that does not exist is
     * created; one that has existed before begins with the oldest entry.
     *
     * @param count at most this many of each stream, at least 1
     * @param bytes about this many in all; what is beyond is withheld, but for the first entry
     * @param block how long to wait for the first one, at least 1 ms
     * @param coming told at most once, before the stage ends and by any thread, that the answer has begun to come; the next
     *     read may be asked for from then on, and what it brings comes after this. It must neither wait nor throw
     */
    CompletionStage<Batch> read(int count, long bytes, Duration block, Runnable coming);

    /** As above, for one who awaits each answer before the next read. */
    default CompletionStage<Batch> read(int count, long bytes, Duration block) {
        return read(count, bytes, block, () -> {});
    }

    /**
     * Ends a read that waits, as if nothing had arrived in time; loses nothing that is on its way. Where the broker cannot
     * tell whether something is, the read fails, with an outcome that is unknown.
     */
    void wake();

    /** Ends the pending of entries, whoever they belong to by now; returns how many were pending. Can be repeated. */
    CompletionStage<Long> ack(String key, List<String> ids);

    /** Ends the pending of those that still belong to this consumer, and returns which these were. */
    CompletionStage<Set<String>> ackOwned(String key, List<String> ids);

    /**
     * Makes entries fresh, so that nobody sweeps them; returns those that still belong to this consumer. Fails with {@link
     * BrokerException.Kind#STATE} when the stream or its group has gone: then they are nobody's.
     */
    CompletionStage<Set<String>> extend(String key, List<String> ids);

    /**
     * Ids of entries that belong to this consumer, but for those that wait for a retry; in their order, at most {@code
     * count}, after the id {@code after}, or from the first when that is empty.
     */
    CompletionStage<List<String>> owned(String key, String after, int count);

    /**
     * The entries with these ids, of those that belong to this consumer, to be worked on now.
     *
     * @param again whether that is another delivery of each, and is counted
     */
    CompletionStage<Taken> take(String key, List<String> ids, boolean again);

    /**
     * Makes entries this consumer's own that nobody looks after: those whose retry is due, and those that have been idle
     * for long. They are not delivered again before they are taken.
     *
     * @param cursor where the last sweep ended, or {@link Swept#START}
     * @param idle how long is long
     * @param count at most about this many, at least 1; how many are looked at for that is up to the server
     */
    CompletionStage<Swept> sweep(String key, String cursor, Duration idle, int count);

    /**
     * Puts an entry off: it stays pending, and is swept by any consumer after the delay, not before. That survives
     * everything but the loss of the stream.
     *
     * @param counted whether the delivery that has just failed counts
     * @return whether it still belonged to this consumer
     */
    CompletionStage<Boolean> retryLater(String key, String id, Duration delay, boolean counted);

    /**
     * Moves an entry to {@link Keys#deadLetters}: appends its fields as they are, and {@code details} after them, and
     * acknowledges it, both or none.
     *
     * @return whether it still belonged to this consumer
     */
    CompletionStage<Boolean> deadLetter(Entry entry, Map<String, byte[]> details);

    /**
     * Gives entries back whose work has not been finished through no fault of theirs, so that the next sweep of anybody
     * takes them; their last delivery does not count. Returns how many there were.
     *
     * @param idle the idle time of sweeps
     */
    CompletionStage<Long> release(String key, List<String> ids, Duration idle);

    /** Deletes consumers of the group that have nothing pending and have been idle for that long; never this one. */
    CompletionStage<Long> reap(String key, Duration idle);

    /** How the group stands. */
    CompletionStage<GroupStats> stats(String key);

    /**
     * Leaves the group: releases all that belongs to this consumer and has not been released yet, but for what waits for a
     * retry, and deletes it when nothing belongs to it any more. Returns how many were released.
     *
     * @param idle the idle time of sweeps
     */
    CompletionStage<Long> leave(String key, Duration idle);

    /** Ends it, and a read that waits; what is pending stays so. */
    @Override
    void close();
}
