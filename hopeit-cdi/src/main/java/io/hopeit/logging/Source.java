package io.hopeit.logging;

import io.hopeit.App;
import io.hopeit.EventContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Who logs: an event of an application. */
record Source(App app, String event) {
    /** Stands where an event would: the application itself logs. */
    private static final String NO_EVENT = "app";

    private static final Map<Source, Logger> LOGGERS = new ConcurrentHashMap<>();

    static Source of(EventContext context) {
        return new Source(context.app(), context.eventName());
    }

    static Source outsideOfRuns(App app) {
        return new Source(app, NO_EVENT);
    }

    private Logger logger() {
        var known = LOGGERS.get(this);
        return known == null ? LOGGERS.computeIfAbsent(this, source -> System.getLogger(source.loggerName())) : known;
    }

    /**
     * Makes the entry only if the level is on. It is the one argument of a constant format: our formatter finds it there
     * as it is, any other gets its text, and nothing in that text is taken for a format.
     */
    void log(Level level, Function<Source, LogEntry> entry) {
        var logger = logger();
        if (logger.isLoggable(level)) {
            logger.log(level, LogEntry.FORMAT, entry.apply(this));
        }
    }

    /** {@code hopeit.<app key>.<event>}, or {@code hopeit.<app key>} for the application itself. */
    private String loggerName() {
        var ofApp = "hopeit." + app.key();
        return event.equals(NO_EVENT) ? ofApp : ofApp + "." + event;
    }
}
