package io.hopeit.streams;

import io.hopeit.spi.AppTime;
import java.time.Duration;
import java.time.Instant;

/** Time that a test moves; nothing happens in it by itself. */
final class HandMovedTime implements AppTime {
    private volatile long nanos;

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        throw new UnsupportedOperationException();
    }
}
