package io.hopeit.testing;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

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

    /**
     * They list what is served, and keys that nothing reads because most of the application is not there, and warn of what a
     * test has provoked and asserts: a dead letter, a service that has failed. A filter does not count for loggers below.
     */
    private static final List<Logger> APPLICATION = Stream.of("", ".streams", ".services", ".auth")
            .map(part -> Logger.getLogger("io.hopeit" + part))
            .toList();

    private QuietLogs() {}

    static void set() {
        LOGGERS.stream()
                .filter(logger -> LogManager.getLogManager().getProperty(logger.getName() + ".level") == null)
                .filter(logger -> logger.getLevel() == null)
                .forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
        APPLICATION.forEach(
                logger -> logger.setFilter(message -> message.getLevel().intValue() > Level.WARNING.intValue()));
    }
}
