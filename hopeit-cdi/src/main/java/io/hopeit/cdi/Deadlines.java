package io.hopeit.cdi;

import io.hopeit.EventTimeoutException;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Part;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts runs that take too long. One thread looks at all of them some times a second, and sleeps while there are
 * none: a timer for each run would wake it each time.
 */
@Part
class Deadlines {
    /** How late an interrupt may come, in ns. */
    private static final long LOOK_NANOS = 10_000_000;

    @Inject
    ManagedThreads threads;

    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread watch;
    private volatile boolean asleep;
    private volatile boolean stopped;

    /** For a run that the calling thread begins now, and ends by {@link Deadline#end}. */
    Deadline start(EventDefinition event) {
        var deadline = new Deadline(event, this);
        running.add(deadline);
        var watching = watch;
        if (watching == null) {
            begin();
        } else if (asleep) {
            LockSupport.unpark(watching);
        }
        return deadline;
    }

    private synchronized void begin() {
        if (watch == null && !stopped) {
            var watching = threads.loop("hopeit-deadlines", this::look);
            watch = watching;
            watching.start();
        }
    }

    private void look() {
        while (!stopped) {
            asleep = isIdle();
            if (asleep && isIdle()) { // not one that has begun before it could know of the sleep
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
            asleep = false;
            var unused = Thread.interrupted(); // it would not sleep any more
            long now = System.nanoTime();
            running.forEach(deadline -> deadline.look(now));
        }
    }

    /** The size of such a set may be wrong for a moment, but no walk through it misses what is there. */
    private boolean isIdle() {
        return !running.iterator().hasNext();
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        LockSupport.unpark(watch);
    }

    /** The time by which one run has to end. */
    static final class Deadline {
        /** For what may take as long as it likes. */
        static final Deadline NONE = new Deadline(null, null);

        private final @Nullable EventDefinition event;
        private final @Nullable Deadlines all;
        private final Thread worker = Thread.currentThread();
        private final long start = System.nanoTime();
        private boolean ended;
        private volatile boolean passed;

        private Deadline(@Nullable EventDefinition event, @Nullable Deadlines all) {
            this.event = event;
            this.all = all;
        }

        private void look(long now) {
            if (Duration.ofNanos(now - start).compareTo(late().settings().timeout()) >= 0) {
                pass();
            }
        }

        private synchronized void pass() {
            if (!ended && !passed) {
                passed = true;
                worker.interrupt();
            }
        }

        boolean hasPassed() {
            return passed;
        }

        /** To be called between steps: a step may have swallowed the interrupt, or not have looked for it. */
        void check() {
            if (passed) {
                throw timeout(null);
            }
        }

        private EventDefinition late() {
            return Objects.requireNonNull(event);
        }

        EventTimeoutException timeout(@Nullable Throwable cause) {
            var timeout =
                    new EventTimeoutException(late().name(), late().settings().timeout());
            timeout.initCause(cause);
            return timeout;
        }

        /** Ends the watch. An interrupt that came too late to be noticed by a step is taken back. */
        void end() {
            if (all != null) {
                all.running.remove(this);
            }
            synchronized (this) {
                ended = true;
                if (passed) {
                    Thread.interrupted();
                }
            }
        }

        /** By the thread, which is cheaper than a number for each; equal is only one to itself. */
        @Override
        public int hashCode() {
            return Long.hashCode(worker.threadId());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }
    }
}
