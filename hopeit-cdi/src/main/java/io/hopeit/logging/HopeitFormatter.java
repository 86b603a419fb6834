package io.hopeit.logging;

import io.hopeit.App;
import java.util.Map;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * Writes one line for each record of {@code java.util.logging}, in hopeit's format or as JSON, to be named as the
 * formatter of a handler in {@code logging.properties}. What does not come from an event comes from
 * {@code hopeit.engine}. Thread-safe.
 *
 * <p>In hopeit's format {@code |}, {@code %} and what is not printable are percent-encoded, in keys and values also
 * {@code =}.
 *
 * {@snippet lang="properties" :
 * handlers=java.util.logging.ConsoleHandler
 * java.util.logging.ConsoleHandler.formatter=io.hopeit.logging.HopeitFormatter
 * io.hopeit.logging.HopeitFormatter.format=json
 * }
 */
public final class HopeitFormatter extends Formatter {
    /** System property, or key in {@code logging.properties}: {@code line} (the default) or {@code json}. */
    public static final String FORMAT = "io.hopeit.logging.HopeitFormatter.format";

    private static final Source ENGINE = new Source(new App("hopeit.engine", version()), "engine");

    private final LogFormat format;

    /** With the format that {@link #FORMAT} says; a system property wins. */
    public HopeitFormatter() {
        this(Optional.ofNullable(System.getProperty(FORMAT))
                .or(() -> Optional.ofNullable(LogManager.getLogManager().getProperty(FORMAT)))
                .orElse("line"));
    }

    HopeitFormatter(String format) {
        this.format = switch (format.strip()) {
            case "line" -> new LineFormat();
            case "json" -> new JsonFormat();
            default -> {
                // an exception would be swallowed, and with it the formatter
                new ErrorManager()
                        .error(
                                "%s has to be line or json, but is \"%s\": line is used"
                                        .formatted(FORMAT, format.strip()),
                                null,
                                ErrorManager.GENERIC_FAILURE);
                yield new LineFormat();
            }
        };
    }

    @Override
    public String format(LogRecord record) {
        return format.format(record.getInstant(), level(record.getLevel()), entry(record)) + "\n";
    }

    private LogEntry entry(LogRecord record) {
        var parameters = record.getParameters();
        if (parameters != null && parameters.length == 1 && parameters[0] instanceof LogEntry entry) {
            return entry;
        }
        var message = "[%s] %s".formatted(record.getLoggerName(), formatMessage(record));
        return new LogEntry(ENGINE, message, Map.of(), LogEntry.NO_IDS, record.getThrown());
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    /** Of the jar; classes of a build that is not packaged have none. */
    private static String version() {
        return Optional.ofNullable(HopeitFormatter.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
