package io.hopeit.auth;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** Lets a few calls compute at once, and some more wait for a little while. Thread-safe. */
final class Turns {
    private static final int MOST_WAITING = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Half of the processors, so that a flood of logins leaves the other half to the rest of the application. */
    static final Turns OF_HASHING =
            new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MOST_WAITING, PATIENCE);

    private final Semaphore permits;
    private final int mostWaiting;
    private final Duration patience;

    Turns(int atOnce, int mostWaiting, Duration patience) {
        this.permits = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /**
     * Does it when it is its turn.
     *
     * @throws BulkheadException when that does not come in time, which answers 503
     */
    <T> T take(Supplier<T> work) {
        if (!await()) {
            throw new BulkheadException("too many passwords are to be checked at once");
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** By its place in the queue: {@code tryAcquire()} without a time would go before all who wait. */
    private boolean await() {
        try {
            return permits.getQueueLength() < mostWaiting
                    && permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BulkheadException("interrupted while waiting for a password to be checked", e);
        }
    }
}
