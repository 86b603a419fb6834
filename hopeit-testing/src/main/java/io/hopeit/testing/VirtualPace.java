package io.hopeit.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Goes from one thing that is due to the next one, as soon as nothing is being done.
 *
 * @param time of the application
 * @param patience for what is waited for
 * @param test the thread of the test, which lets time pass and must not wait for that
 */
record VirtualPace(VirtualTime time, Patience patience, Thread test) implements Pace {
    private static final Duration LOOK = Duration.ofMillis(2);

    @Override
    public void until(BooleanSupplier done, String what) {
        long end = System.nanoTime() + patience.limit().toNanos();
        while (!done.getAsBoolean()) {
            boolean isOver = System.nanoTime() - end >= 0;
            if (isOver || (isIdle(LOOK) && !done.getAsBoolean() && !next())) {
                throw patience.over(what, time.busyThreads());
            }
        }
    }

    private boolean next() {
        return time.hasNext() && time.next(Long.MAX_VALUE);
    }

    private boolean isIdle(Duration longest) {
        try {
            return time.awaitIdle(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    private void advance(Duration duration) {
        long target = time.nanos() + duration.toNanos();
        do {
            if (!isIdle(patience.limit())) {
                throw patience.over("let %s pass".formatted(duration), time.busyThreads());
            }
        } while (time.next(target));
        time.reach(target);
    }

    @Override
    public TestClock clock() {
        return new Clock(this);
    }

    private record Clock(VirtualPace pace) implements TestClock {
        @Override
        public Instant instant() {
            return pace.time.now();
        }

        @Override
        public void advance(Duration duration) {
            pace.advance(duration);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.currentThread().equals(pace.test)) {
                throw new IllegalStateException(
                        "the test would wait for itself: it lets time pass by clock.advance(...)");
            }
            pace.time.sleep(duration);
        }
    }

    @Override
    public Runnable counted(Runnable work) {
        return time.counted(work, true);
    }

    @Override
    public void hang() throws InterruptedException {
        time.sleepForever();
    }

    @Override
    public void close() {
        time.close();
    }
}
