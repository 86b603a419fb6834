package io.hopeit.cdi;

import io.hopeit.spi.ManagedThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts runs that take too long; one thread watches them all. */
@ApplicationScoped
class Deadlines {
    @Inject
    ManagedThreads threads;

    private @Nullable ScheduledThreadPoolExecutor watch;

    /** For work that the calling thread begins now, and ends by {@link Deadline#end}. */
    Deadline start(Duration timeout) {
        var deadline = new Deadline(Thread.currentThread());
        deadline.timer = watch().schedule(deadline::pass, timeout.toMillis(), TimeUnit.MILLISECONDS);
        return deadline;
    }

    private synchronized ScheduledThreadPoolExecutor watch() {
        if (watch == null) {
            watch = new ScheduledThreadPoolExecutor(1, task -> threads.loop("hopeit-deadlines", task));
            watch.setRemoveOnCancelPolicy(true);
        }
        return watch;
    }

    @PreDestroy
    synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
        }
    }

    /** The time by which one run has to end. */
    static final class Deadline {
        private final Thread worker;
        private @Nullable Future<?> timer;
        private boolean ended;
        private boolean passed;

        private Deadline(Thread worker) {
            this.worker = worker;
        }

        private synchronized void pass() {
            if (!ended) {
                passed = true;
                worker.interrupt();
            }
        }

        synchronized boolean hasPassed() {
            return passed;
        }

        /** Ends the watch. An interrupt that came too late to be noticed by a step is taken back. */
        synchronized void end() {
            ended = true;
            if (timer != null) {
                timer.cancel(false);
            }
            if (passed) {
                Thread.interrupted();
            }
        }
    }
}
