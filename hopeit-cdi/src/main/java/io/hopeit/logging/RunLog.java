package io.hopeit.logging;

import io.hopeit.EventContext;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.Part;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logs how runs begin and end: {@code START}, then {@code DONE}, {@code IGNORED} as a warning, or {@code FAILED} as an
 * error. {@code metrics.duration} is put before the other metrics. Thread-safe.
 */
@Part
class RunLog implements EventListener {
    private static final String METRICS = "metrics.";
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public void started(EventDefinition event, EventContext context) {
        source(event, context)
                .log(Level.INFO, source -> new LogEntry(source, "START", Map.of(), context.trackIds(), null));
    }

    @Override
    public void ended(Run run) {
        var failure = run.failure().orElse(null);
        source(run.event(), run.context()).log(level(run.outcome()), source -> ended(source, run, failure));
    }

    private static LogEntry ended(Source source, Run run, @Nullable Throwable failure) {
        var extras = run.extras().get();
        return new LogEntry(
                source,
                run.outcome().name(),
                timed(extras, run.elapsed()),
                others(run.context().trackIds(), extras),
                failure);
    }

    private static Level level(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Level.INFO;
            case IGNORED -> Level.WARNING;
            case FAILED -> Level.ERROR;
        };
    }

    private static Source source(EventDefinition event, EventContext context) {
        return new Source(context.app(), event.name());
    }

    private static Map<String, @Nullable Object> timed(Map<String, Object> extras, Duration elapsed) {
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

    /** What the extras say is not said twice. */
    private static TrackIds others(TrackIds ids, Map<String, Object> extras) {
        var others = new LinkedHashMap<>(ids.values());
        others.keySet().removeAll(extras.keySet());
        return new TrackIds(others);
    }
}
