package io.hopeit.spi;

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

    /** A run has ended, after {@code elapsed}. */
    void ended(EventDefinition event, Outcome outcome, Duration elapsed);
}
