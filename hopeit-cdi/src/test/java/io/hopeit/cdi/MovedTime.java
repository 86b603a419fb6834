package io.hopeit.cdi;

import io.hopeit.spi.ManagedThreads;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Time that only sleep moves, which takes none: what is waited for is known to the nanosecond. */
@Alternative
@Priority(1)
@Singleton
class MovedTime extends SystemTime {
    private long nanos;

    @Inject
    MovedTime(ManagedThreads threads) {
        super(threads);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        nanos += Math.max(0, duration.toNanos());
    }
}
