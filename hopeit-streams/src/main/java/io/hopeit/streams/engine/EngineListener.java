package io.hopeit.streams.engine;

/**
 * Told what happens in an engine, by any thread. Must neither wait nor throw.
 *
 * {@snippet :
 * class Retries implements EngineListener {
 *     private final LongAdder retries = new LongAdder();
 *
 *     @Override
 *     public void count(Count count, long number) {
 *         if (count == Count.RETRIED) {
 *             retries.add(number);
 *         }
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public interface EngineListener {
    /** What is counted. */
    enum Count {
        /** Entries read. */
        READ,
        /** Entries taken over from a consumer that gave no sign of life. */
        CLAIMED,
        /** Entries put off to be tried again. */
        RETRIED,
        /** Entries that became dead letters. */
        DEAD_LETTERED,
        /** Entries dropped instead, as configured. */
        DROPPED,
        /** Entries that somebody else has taken meanwhile. */
        LEASE_LOST,
        /** Entries given back at the end. */
        RELEASED,
        /** Entries that were trimmed from the stream before they were done. */
        TRIMMED,
        /** Groups created anew, because they or their stream had gone. */
        RECREATED,
        /** Dead consumers deleted. */
        REAPED,
        /** Shards that somebody else has taken over, or may have. */
        SHARD_LOST,
        /** Entries whose work has not ended long after it should have. */
        OVERDUE
    }

    /** Something has happened some times more. */
    default void count(Count what, long times) {}

    /** Something happened to an entry that is worth a line in the log. */
    default void happened(Count what, String key, String id, String detail) {}

    /** The broker has failed; it is tried again. */
    default void failed(String what, Throwable failure) {}

    /** What had failed works again, in all streams. */
    default void recovered(String what) {}
}
