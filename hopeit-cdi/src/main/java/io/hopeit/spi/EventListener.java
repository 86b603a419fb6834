package io.hopeit.spi;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;

/** Told about every run of every event; any bean that implements it is. Thread-safe, quick, and never throws. */
public interface EventListener {
    /** How a run ended. */
    enum Outcome {
        /** As it should. */
        DONE,
        /** The request was refused: what the client sent was wrong. */
        IGNORED,
        /** With an error of ours. */
        FAILED;

        /** The name in metrics and logs: {@code done}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tells all listeners; one that throws does no harm to the run or to the others. */
    static void tell(Iterable<EventListener> listeners, EventDefinition event, Outcome outcome, Duration elapsed) {
        for (EventListener listener : listeners) {
            try {
                listener.ended(event, outcome, elapsed);
            } catch (RuntimeException e) {
                System.getLogger("io.hopeit").log(Level.ERROR, "a listener has failed", e);
            }
        }
    }

    /** A run has ended, after {@code elapsed}. */
    void ended(EventDefinition event, Outcome outcome, Duration elapsed);
}
