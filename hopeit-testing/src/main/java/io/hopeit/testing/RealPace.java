package io.hopeit.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Looks again and again whether it is so: on a real broker time is its own. */
final class RealPace implements Pace, TestClock {
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Retries are waited for. */
    private static final int LONGER = 6;

    @Override
    public void until(BooleanSupplier done, String what) {
        long end = System.nanoTime() + Patience.limit().multipliedBy(LONGER).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                throw Patience.over(what, List.of());
            }
            advance(LOOK);
        }
    }

    @Override
    public TestClock clock() {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public void advance(Duration duration) {
        try {
            sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public Runnable counted(Runnable work) {
        return work;
    }

    @Override
    public void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {}
}
