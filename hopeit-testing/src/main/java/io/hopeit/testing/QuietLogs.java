package io.hopeit.testing;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

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

    /** It lists what is served, and keys that nothing reads because most of the application is not there. */
    private static final Logger APPLICATION = Logger.getLogger("io.hopeit");

    private QuietLogs() {}

    static void set() {
        LOGGERS.stream()
                .filter(logger -> LogManager.getLogManager().getProperty(logger.getName() + ".level") == null)
                .filter(logger -> logger.getLevel() == null)
                .forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
        APPLICATION.setFilter(message -> message.getLevel().intValue() > Level.WARNING.intValue());
    }
}
