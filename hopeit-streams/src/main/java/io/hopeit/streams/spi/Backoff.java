package io.hopeit.streams.spi;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: 100 ms at first, then doubling up to 1 s, each between half and all of that at random, so
 * that many who wait for the same server do not come back at once. Not thread-safe.
 *
 * {@snippet :
 * void connect() throws InterruptedException {
 *     var backoff = new Backoff();
 *     while (!server.connect()) {
 *         Thread.sleep(backoff.next());
 *     }
 * }
 * }
 *
 * @hidden brokers of others have no need of it
 */
public final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 1000;

    private final RandomGenerator random;
    private long millis = FIRST_MILLIS;

    /** With randomness of its own. */
    public Backoff() {
        this(() -> ThreadLocalRandom.current().nextLong());
    }

    /** Takes its randomness from there. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The pause before the next attempt. */
    public Duration next() {
        long pause = random.nextLong(millis / 2, millis + 1);
        millis = Math.min(2 * millis, LONGEST_MILLIS);
        return Duration.ofMillis(pause);
    }

    /** An attempt has succeeded: the next pause is a short one again. */
    public void reset() {
        millis = FIRST_MILLIS;
    }
}
