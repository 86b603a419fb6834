package io.hopeit.logging;

import io.hopeit.App;
import io.hopeit.EventContext;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventCatalogue;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log of events. A line carries the event and the track ids of the run that the calling thread is in. Outside of
 * runs it carries the application only, with {@code app} as event. Thread-safe.
 *
 * <pre>{@code
 * @Inject EventLog log;
 *
 * log.info("saved", Extra.of("something_id", id));
 * }</pre>
 *
 * {@snippet :
 * @Inject
 * EventLog log;
 *
 * void save(Something something) {
 *     log.info("saved", Extra.of("something_id", something.id()));
 * }
 * }
 */
@Dependent
public class EventLog {
    private final App app;

    /** For the application of this deployment. */
    @Inject
    public EventLog(EventCatalogue catalogue) {
        this(catalogue.app());
    }

    /** For this application, where nothing can be injected. */
    public EventLog(App app) {
        this.app = app;
    }

    /** Something for developers; off by default. */
    public void debug(String message, Extra... extras) {
        log(Level.DEBUG, message, null, extras);
    }

    /** Something that should happen. */
    public void info(String message, Extra... extras) {
        log(Level.INFO, message, null, extras);
    }

    /** Something that should not happen, and does no harm. */
    public void warning(String message, Extra... extras) {
        log(Level.WARNING, message, null, extras);
    }

    /** Something that failed. */
    public void error(String message, Extra... extras) {
        log(Level.ERROR, message, null, extras);
    }

    /** Something that failed, and why. */
    public void error(String message, Throwable thrown, Extra... extras) {
        log(Level.ERROR, message, thrown, extras);
    }

    private void log(Level level, String message, @Nullable Throwable thrown, Extra... extras) {
        var run = CurrentEvent.context();
        var ids = run.map(EventContext::trackIds).orElse(LogEntry.NO_IDS);
        run.map(Source::of)
                .orElseGet(() -> Source.outsideOfRuns(app))
                .log(level, source -> new LogEntry(source, message, named(extras), ids, thrown));
    }

    private static Map<String, @Nullable Object> named(Extra... extras) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        for (Extra extra : extras) {
            named.put("extra." + extra.key(), extra.value());
        }
        return named;
    }
}
