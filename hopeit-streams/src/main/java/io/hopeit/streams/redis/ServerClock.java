package io.hopeit.streams.redis;

import java.util.concurrent.atomic.AtomicLong;

/** What time it should be on the server, by what it was last and what has passed here since. Thread-safe. */
final class ServerClock {
    private static final long UNKNOWN = Long.MIN_VALUE;

    /** The server's time less ours, in ms. */
    private final AtomicLong ahead = new AtomicLong(UNKNOWN);

    private static long here() {
        return System.nanoTime() / 1_000_000;
    }

    void observe(long millis) {
        ahead.set(millis - here());
    }

    /** What time it will be after so many ms, as the server counts them; 0 when that is not known. */
    long after(long millis) {
        long known = ahead.get();
        return known == UNKNOWN ? 0 : known + here() + millis;
    }
}
