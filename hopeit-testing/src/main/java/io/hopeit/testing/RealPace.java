package io.hopeit.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Looks again and again whether it is so: on a real broker time is its own. */
final class RealPace implements Pace, TestClock {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Patience patience;

    RealPace(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void until(BooleanSupplier done, String what) {
        long end = System.nanoTime() + patience.limit().toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                throw patience.over(what);
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
