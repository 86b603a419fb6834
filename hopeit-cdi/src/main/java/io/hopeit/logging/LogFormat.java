package io.hopeit.logging;

import java.time.Instant;

/** How an entry becomes one line, without the line's end. Thread-safe. */
sealed interface LogFormat permits LineFormat, JsonFormat {
    /** The level is one of Python's names: DEBUG, INFO, WARNING, ERROR. */
    String format(Instant time, String level, LogEntry entry);
}
