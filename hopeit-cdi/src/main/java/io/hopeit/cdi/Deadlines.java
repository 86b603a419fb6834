package io.hopeit.cdi;

import io.hopeit.EventTimeoutException;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.ManagedThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
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

    /** For a run that the calling thread begins now, and ends by {@link Deadline#end}. */
    Deadline start(EventDefinition event) {
        var deadline = new Deadline(event, Thread.currentThread());
        deadline.timer =
                watch().schedule(deadline::pass, event.settings().timeout().toMillis(), TimeUnit.MILLISECONDS);
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
        /** For what may take as long as it likes. */
        static final Deadline NONE = new Deadline(null, Thread.currentThread());

        private final @Nullable EventDefinition event;
        private final Thread worker;
        private @Nullable Future<?> timer;
        private boolean ended;
        private boolean passed;

        private Deadline(@Nullable EventDefinition event, Thread worker) {
            this.event = event;
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

        /** To be called between steps: a step may have swallowed the interrupt, or not have looked for it. */
        void check() {
            if (hasPassed()) {
                throw timeout(null);
            }
        }

        EventTimeoutException timeout(@Nullable Throwable cause) {
            var late = Objects.requireNonNull(event);
            var timeout = new EventTimeoutException(late.name(), late.settings().timeout());
            timeout.initCause(cause);
            return timeout;
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
