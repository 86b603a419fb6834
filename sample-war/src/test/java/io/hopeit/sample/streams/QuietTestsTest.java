package io.hopeit.sample.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.User;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import io.hopeit.testing.WithConfig;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a test has provoked is in what it asserts, not in the log of the build. */
@HopeitTest({SomethingEvent.class, ProcessEvents.class})
@WithConfig("simple-example.base.path=target/kit/quiet")
class QuietTestsTest {
    private static final Something SOMETHING = new Something("ev1", new User("u1", "ada"), null, List.of());
    private static final List<String> WARNINGS = new CopyOnWriteArrayList<>();

    private static final Handler HANDLER = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                WARNINGS.add(record.getLevel() + " " + record.getLoggerName() + " " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Before the container starts, which may warn as well. */
    @BeforeAll
    static void listen() {
        Logger.getLogger("").addHandler(HANDLER);
    }

    @AfterAll
    static void listenNoMore() {
        Logger.getLogger("").removeHandler(HANDLER);
    }

    @Test
    void aDeadLetterOfATestIsNoWarningInItsLog(TestApp app) {
        app.step(ProcessEvents.class, "save").fails(() -> new BadRequestException("no file is called so"));

        assertThat(app.run(ProcessEvents.class, SOMETHING).deadLetters()).hasSize(1);
        assertThat(WARNINGS).isEmpty();
    }
}
