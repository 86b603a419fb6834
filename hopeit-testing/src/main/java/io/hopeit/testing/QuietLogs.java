package io.hopeit.testing;

import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What containers say at each start is of no use in tests. Where logs go through {@code java.util.logging}, and nobody has
 * said how much these are to say.
 */
final class QuietLogs {
    private static final Map<String, Level> LEVELS = Map.of(
            "org.jboss.weld", Level.WARNING,
            "io.smallrye.faulttolerance", Level.WARNING,
            // it misses a registry that it can do without, and calls that severe
            "io.smallrye.metrics", Level.OFF,
            // what Helidon brings looks for a provider, and there need not be one
            "jakarta.persistence", Level.SEVERE,
            "org.hibernate.validator", Level.WARNING);

    /** Held, or they would be forgotten. */
    private static final List<Logger> LOGGERS =
            LEVELS.keySet().stream().map(Logger::getLogger).toList();

    /** A filter does not count for loggers below. */
    private static final List<Logger> APPLICATION = Stream.of("", ".streams", ".services", ".auth")
            .map(part -> Logger.getLogger("io.hopeit" + part))
            .toList();

    /**
     * What the application says lists what is served, and keys that nothing reads because most of it is not there, and warns
     * of what a test has provoked and asserts: a dead letter, a service that has failed.
     */
    private static final Filter QUIET = message -> message.getLevel().intValue() > Level.WARNING.intValue();

    private static final Filter ONLY_WARNS = message -> message.getLevel().intValue() > Level.INFO.intValue();

    private QuietLogs() {}

    /** In memory whatever goes wrong was provoked; on a real Redis it may be what is looked for. */
    static void set(boolean inMemory) {
        LOGGERS.stream().filter(QuietLogs::isLeftToUs).forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
        APPLICATION.stream()
                .filter(logger -> isOurs(logger.getFilter()))
                .forEach(logger -> logger.setFilter(filter(logger, inMemory)));
    }

    private static boolean isOurs(@Nullable Filter filter) {
        return filter == null || filter.equals(QUIET) || filter.equals(ONLY_WARNS);
    }

    private static @Nullable Filter filter(Logger logger, boolean inMemory) {
        if (!isLeftToUs(logger)) {
            return null;
        }
        return inMemory ? QUIET : ONLY_WARNS;
    }

    /** Whether nobody has said a level for it, or for one above it but the root, which says one always. */
    private static boolean isLeftToUs(Logger logger) {
        return Stream.iterate(logger.getName(), name -> !name.isEmpty(), QuietLogs::above)
                .noneMatch(QuietLogs::hasLevel);
    }

    private static String above(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static boolean hasLevel(String name) {
        var logs = LogManager.getLogManager();
        var logger = logs.getLogger(name);
        return logs.getProperty(name + ".level") != null || (logger != null && logger.getLevel() != null);
    }
}
