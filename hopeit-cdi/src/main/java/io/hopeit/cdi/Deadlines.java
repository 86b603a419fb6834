package io.hopeit.cdi;

import io.hopeit.EventTimeoutException;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.AppTime.Alarm;
import io.hopeit.spi.EventDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Interrupts runs that take too long. */
@ApplicationScoped
class Deadlines {
    @Inject
    AppTime time;

    /** For a run that the calling thread begins now, and ends by {@link Deadline#end}. */
    Deadline start(EventDefinition event) {
        var deadline = new Deadline(event, Thread.currentThread());
        deadline.alarm = time.after(event.settings().timeout(), deadline::pass);
        return deadline;
    }

    /** The time by which one run has to end. */
    static final class Deadline {
        /** For what may take as long as it likes. */
        static final Deadline NONE = new Deadline(null, Thread.currentThread());

        private final @Nullable EventDefinition event;
        private final Thread worker;
        private @Nullable Alarm alarm;
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
            if (alarm != null) {
                alarm.cancel();
            }
            if (passed) {
                Thread.interrupted();
            }
        }
    }
}
