package io.hopeit.benchmarks;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long the work on each message lasts, without a processor.
 *
 * @param least in ns
 * @param most in ns
 */
record Pause(long least, long most) {
    /** That of all events in this JVM. */
    static volatile Pause current = new Pause(0, 0);

    void last() throws InterruptedException {
        if (most > 0) {
            Thread.sleep(Duration.ofNanos(
                    least == most ? most : ThreadLocalRandom.current().nextLong(least, most)));
        }
    }
}
