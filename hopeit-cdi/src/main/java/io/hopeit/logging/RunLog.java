package io.hopeit.logging;

import io.hopeit.EventContext;
import io.hopeit.spi.EventDefinition;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logs how runs begin and end. The extras of an end are what its trigger knows, by full name and in order; {@code
 * metrics.duration} is put before the other metrics. Thread-safe.
 */
final class RunLog {
    private static final String METRICS = "metrics.";
    private static final double NANOS_PER_MILLI = 1e6;

    /** INFO {@code START}. */
    void started(EventDefinition event, EventContext context) {
        source(event, context)
                .log(Level.INFO, source -> new LogEntry(source, "START", Map.of(), context.trackIds(), null));
    }

    /** INFO {@code DONE}. */
    void done(
            EventDefinition event,
            EventContext context,
            Duration elapsed,
            Map<String, ? extends @Nullable Object> extras) {
        source(event, context)
                .log(
                        Level.INFO,
                        source -> new LogEntry(source, "DONE", timed(extras, elapsed), context.trackIds(), null));
    }

    /** WARNING {@code IGNORED}: what the client sent was wrong. */
    void ignored(
            EventDefinition event,
            EventContext context,
            Duration elapsed,
            Map<String, ? extends @Nullable Object> extras,
            @Nullable Throwable thrown) {
        source(event, context)
                .log(
                        Level.WARNING,
                        source -> new LogEntry(source, "IGNORED", timed(extras, elapsed), context.trackIds(), thrown));
    }

    /** ERROR {@code FAILED}: the error is ours. */
    void failed(
            EventDefinition event,
            EventContext context,
            Duration elapsed,
            Map<String, ? extends @Nullable Object> extras,
            @Nullable Throwable thrown) {
        source(event, context)
                .log(
                        Level.ERROR,
                        source -> new LogEntry(source, "FAILED", timed(extras, elapsed), context.trackIds(), thrown));
    }

    private static Source source(EventDefinition event, EventContext context) {
        return new Source(context.app(), event.name());
    }

    private static Map<String, @Nullable Object> timed(
            Map<String, ? extends @Nullable Object> extras, Duration elapsed) {
        var timed = new LinkedHashMap<String, @Nullable Object>();
        extras.forEach((key, value) -> {
            if (!key.startsWith(METRICS)) {
                timed.put(key, value);
            }
        });
        timed.put(METRICS + "duration", elapsed.toNanos() / NANOS_PER_MILLI);
        extras.forEach(timed::putIfAbsent);
        return timed;
    }
}
