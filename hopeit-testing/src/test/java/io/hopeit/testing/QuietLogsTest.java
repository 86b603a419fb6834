package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the application says in the log of a test. */
class QuietLogsTest {
    private static final Logger ABOVE = Logger.getLogger("io.hopeit");
    private static final Logger STREAMS = Logger.getLogger("io.hopeit.streams");

    private static boolean says(Level level) {
        var filter = STREAMS.getFilter();
        return filter == null || filter.isLoggable(new LogRecord(level, "a dead letter"));
    }

    @AfterEach
    void restore() {
        ABOVE.setLevel(null);
        QuietLogs.set(true);
    }

    @Test
    void inMemoryItSaysNoWarning() {
        QuietLogs.set(true);

        assertThat(says(Level.WARNING)).isFalse();
        assertThat(says(Level.SEVERE)).isTrue();
    }

    @Test
    void onARealRedisItWarns() {
        QuietLogs.set(false);

        assertThat(says(Level.INFO)).isFalse();
        assertThat(says(Level.WARNING)).isTrue();
    }

    @Test
    void itSaysAllThatSomebodyHasSetALevelFor() {
        QuietLogs.set(true);
        ABOVE.setLevel(Level.INFO);

        QuietLogs.set(true);

        assertThat(says(Level.INFO)).isTrue();
    }
}
