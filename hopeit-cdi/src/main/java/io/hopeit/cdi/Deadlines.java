package io.hopeit.cdi;

import io.hopeit.EventTimeoutException;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.AppTime.Alarm;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Part;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Interrupts runs that take too long. */
@Part
class Deadlines {
    @Inject
    AppTime time;

    /** For a run that the calling thread begins now, and ends by {@link Deadline#end}. */
    Deadline start(EventDefinition event) {
        var deadline = new Deadline(event);
        deadline.alarm = time.roughlyAfter(event.settings().timeout(), deadline);
        return deadline;
    }

    /** The time by which one run has to end. */
    static final class Deadline implements Runnable {
        /** For what may take as long as it likes. */
        static final Deadline NONE = new Deadline(null);

        private final @Nullable EventDefinition event;
        private final Thread worker = Thread.currentThread();
        private @Nullable Alarm alarm;
        private boolean ended;
        private volatile boolean passed;

        private Deadline(@Nullable EventDefinition event) {
            this.event = event;
        }

        /** It is too late. */
        @Override
        public synchronized void run() {
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

        EventTimeoutException timeout(@Nullable Throwable cause) {
            var late = Objects.requireNonNull(event);
            var timeout = new EventTimeoutException(late.name(), late.settings().timeout());
            timeout.initCause(cause);
            return timeout;
        }

        /** Ends the watch. An interrupt that came too late to be noticed by a step is taken back. */
        void end() {
            if (alarm != null) {
                alarm.cancel();
            }
            synchronized (this) {
                ended = true;
                if (passed) {
                    Thread.interrupted();
                }
            }
        }
    }
}
