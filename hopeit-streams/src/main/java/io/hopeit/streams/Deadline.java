package io.hopeit.streams;

import java.time.Duration;

/** The end of somebody's patience. */
record Deadline(long nanoTime) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** How long it is until then; at least 1 ms, so that whoever waits has a look. */
    Duration remaining() {
        return Duration.ofMillis(Math.max(1, (nanoTime - System.nanoTime()) / 1_000_000));
    }

    boolean hasPassed() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
