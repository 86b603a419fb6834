package io.hopeit.cdi;

import java.time.Duration;

/** Pauses that configuration asks for. */
final class Waits {
    private Waits() {}

    /** For no time when it is zero. Runs are on virtual threads where the platform serves requests on such. */
    static void pause(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Thread.sleep(duration);
        }
    }
}
