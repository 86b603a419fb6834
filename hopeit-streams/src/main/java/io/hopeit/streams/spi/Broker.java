package io.hopeit.streams.spi;

import io.hopeit.spi.SharedFacts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Where streams live. Thread-safe.
 *
 * <p>A broker that cannot be reached fails each call on its own, quickly, and works again by itself when it can be
 * reached again. It never repeats a call whose outcome is unknown.
 */
public interface Broker extends AutoCloseable {
    /** Where it is, without credentials: {@code redis://localhost:6379}. */
    String address();

    /**
     * Adds an entry at the end of a stream, which is created if there is none. The stage ends in bounded time: with the
     * entry's id once the broker has stored it, else with a {@link BrokerException}; when that is for want of an answer
     * in time, the entry may have been stored all the same.
     *
     * @param key the stream
     * @param fields the entry, in order; not to be changed afterwards
     * @param maxLength older entries are dropped, read or not, when there are about this many; 0 for never
     */
    default CompletionStage<String> append(String key, Map<String, byte[]> fields, long maxLength) {
        return append(new Append(
                key, fields, new Trim(maxLength, java.time.Duration.ZERO, false, true), 0, java.util.Optional.empty()));
    }

    /**
     * A reader of some streams for one consumer of a group. It returns at once, whether the broker can be reached or
     * not.
     *
     * @param keys the streams, read together
     * @param group shares each stream's entries among its consumers; created when it is missing, and then begins with
     *     the oldest entry
     * @param consumer the name within the group, used by nobody else
     */
    default StreamReader reader(List<String> keys, String group, String consumer) {
        throw new UnsupportedOperationException();
    }

    /** Appends an entry at the end of a stream, which is created if there is none; returns its id once it is stored. */
    default CompletionStage<String> append(Append append) {
        return append(append.key(), append.fields(), append.trim().maxLength());
    }

    /** Groups streams so that those of a group can be read by one call: on a cluster, those of a slot. */
    default List<List<String>> readable(List<String> keys) {
        return List.of(List.copyOf(keys));
    }

    /**
     * A consumer of a group, for streams that {@link #readable} has put together. It returns at once, whether the broker
     * can be reached or not.
     *
     * @param consumer the name within the group, used by nobody else
     * @param fromNow whether a group that has never existed begins with what is appended from now on, else with the
     *     oldest entry
     */
    default GroupMember join(List<String> keys, String group, String consumer, boolean fromNow) {
        throw new UnsupportedOperationException();
    }

    /**
     * Who owns which shard of a stream.
     *
     * @param key the stream, without a shard's suffix
     * @param consumer the name within the group, used by nobody else
     */
    default ShardOwnership shards(String key, String group, String consumer) {
        throw new UnsupportedOperationException();
    }

    /** Dead letters of a stream. */
    default DeadLetterStore deadLetters(String key) {
        throw new UnsupportedOperationException();
    }

    /** Facts that are kept beside the streams, under keys with this prefix. */
    SharedFacts facts(String prefix);

    /** Whether it answers now; takes at most about one second. */
    boolean isReachable();

    /** Closes its readers, and its connections and threads if it has any. Has no effect on a closed one. */
    @Override
    void close();
}
