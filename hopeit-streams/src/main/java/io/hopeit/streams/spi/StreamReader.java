package io.hopeit.streams.spi;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads streams for one consumer of a group. {@link #read} is for one thread; the rest is thread-safe. */
public interface StreamReader extends AutoCloseable {
    /**
     * Entries that no consumer of the group has got so far; from now on they are pending until they are acknowledged.
     *
     * @param count at most this many of each stream, at least 1
     * @param block how long to wait for the first one, at least 1 ms; a broker that cannot be reached is waited for a
     *     little longer
     * @return those of each stream in their order; none when there are none in time
     * @throws BrokerException when the broker cannot be reached or refuses
     * @throws InterruptedException when interrupted; entries that were on their way stay pending
     */
    List<Entry> read(int count, Duration block) throws InterruptedException;

    /**
     * Ends the pending of entries. Harmless when repeated. The stage ends in bounded time: with how many were pending,
     * else with a {@link BrokerException}.
     */
    CompletionStage<Long> ack(String key, List<String> ids);

    /**
     * Ends a read in which another thread waits, without losing what is on its way to it. The thread is interrupted only
     * where that is safe, or where nothing else helps.
     */
    default void end(Thread waiting) {
        waiting.interrupt();
    }

    /** Ends it; what is pending stays so. */
    @Override
    void close();
}
