package io.hopeit.streams.spi;

import io.hopeit.spi.SharedFacts;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Where streams live. Thread-safe.
 *
 * <p>A broker that cannot be reached fails each call on its own, quickly, and works again by itself when it can be
 * reached again. It never repeats a call whose outcome is unknown.
 *
 * {@snippet :
 * broker.append(Append.of("shop.1x0.orders", fields)).thenAccept(id -> confirmed.add(id));
 * }
 */
public interface Broker extends AutoCloseable {
    /** Where it is, without credentials: {@code redis://localhost:6379}. */
    String address();

    /**
     * Appends an entry at the end of a stream, which is created if there is none. The stage ends in bounded time: with the
     * entry's id once it is stored, else with a {@link BrokerException} that says whether it may be stored all the same.
     */
    CompletionStage<String> append(Append append);

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
    GroupMember join(List<String> keys, String group, String consumer, boolean fromNow);

    /**
     * Who owns which shard of a stream.
     *
     * @param key the stream, without a shard's suffix
     * @param consumer the name within the group, used by nobody else
     */
    ShardOwnership shards(String key, String group, String consumer);

    /** Dead letters of a stream. */
    DeadLetterStore deadLetters(String key);

    /** Facts that are kept beside the streams, under keys with this prefix. */
    SharedFacts facts(String prefix);

    /** Whether it answers now; takes at most about one second. */
    boolean isReachable();

    /** Closes its readers, and its connections and threads if it has any. Has no effect on a closed one. */
    @Override
    void close();
}
