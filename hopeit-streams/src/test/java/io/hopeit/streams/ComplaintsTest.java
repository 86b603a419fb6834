package io.hopeit.streams;

import static io.hopeit.streams.DepotApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged of a trouble that repeats itself. */
class ComplaintsTest {
    private static final Logger LOGGER = Logger.getLogger("io.hopeit.streams");
    private final Log log = new Log();
    private final AtomicLong nanos = new AtomicLong();
    private final Complaints complaints = new Complaints(nanos::get);

    private static final class Log extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                records.add(line);
            }
        }

        List<Level> levels() {
            return records.stream().map(LogRecord::getLevel).toList();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(log);
    }

    private void complain(Kind kind) {
        nanos.addAndGet(Duration.ofMillis(1100).toNanos());
        complaints.complain("e cannot read: ", new BrokerException("no", null, kind, false));
    }

    @Test
    void anOutageIsOneLineAndItsEndAnother() {
        complain(Kind.TRANSIENT);
        complain(Kind.TRANSIENT);
        complain(Kind.TRANSIENT);
        complaints.isWell("e can read");
        complaints.isWell("e can read");

        assertThat(log.levels()).containsExactly(Level.WARNING, Level.INFO);
    }

    @Test
    void whatPassesWithinASecondIsNoLine() {
        complain(Kind.TRANSIENT);
        complaints.isWell("e can read");
        complain(Kind.TRANSIENT);
        complaints.isWell("e can read");

        assertThat(log.levels()).isEmpty();
    }

    @Test
    void theNextOutageIsAnotherLine() {
        complain(Kind.TRANSIENT);
        complain(Kind.TRANSIENT);
        complaints.isWell("e can read");
        complain(Kind.TRANSIENT);
        complain(Kind.TRANSIENT);

        assertThat(log.levels()).containsExactly(Level.WARNING, Level.INFO, Level.WARNING);
    }

    @Test
    void oneThatNeedsAPersonIsSaidThoughALesserOneHasBeen() {
        complain(Kind.TRANSIENT);
        complain(Kind.TRANSIENT);
        complain(Kind.PERMANENT);
        complain(Kind.PERMANENT);
        complain(Kind.TRANSIENT);

        assertThat(log.levels()).containsExactly(Level.WARNING, Level.SEVERE);
    }

    @Test
    void aConsumerThatCannotReadSaysSoOnce() {
        try (var app = DepotApp.with(Map.of())) {
            app.deployed().broker().close();

            until(() -> app.loop("deliver").failure().isPresent());
            DepotApp.soon()
                    .during(Duration.ofMillis(700))
                    .until(() -> log.records.stream()
                                    .filter(line -> line.getMessage().startsWith("deliver cannot read"))
                                    .count()
                            == 1);
        }
    }
}
