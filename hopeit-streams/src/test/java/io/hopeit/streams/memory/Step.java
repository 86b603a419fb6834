package io.hopeit.streams.memory;

import java.util.List;

/**
 * What is asked of a broker.
 *
 * @param who the number of the member that asks
 * @param stream the number of the stream
 * @param entries numbers of what it is about, in the order in which a sequence has first seen it, modulo how many there are
 */
record Step(What what, int who, int stream, List<Integer> entries, How how) {
    /** The calls of the port, and what may befall a stream. */
    enum What {
        APPEND(14),
        READ(18),
        READ_BEFORE_APPEND(2),
        ACK(6),
        ACK_OWNED(6),
        EXTEND(5),
        OWNED(6),
        TAKE(12),
        SWEEP(14),
        RETRY_LATER(12),
        DEAD_LETTER(8),
        LETTERS(3),
        REDRIVE(5),
        DISCARD(1),
        RELEASE(6),
        REAP(3),
        LEAVE(3),
        STATS(8),
        DELETE_ENTRY(2),
        DELETE_STREAM(1);

        /** How often it is chosen. */
        final int weight;

        What(int weight) {
            this.weight = weight;
        }
    }

    /**
     * What is said with it.
     *
     * @param count at most how many
     * @param isLong whether what takes a duration gets a long one, else zero
     * @param flag again, counted or once
     */
    record How(int count, boolean isLong, boolean flag) {}
}
