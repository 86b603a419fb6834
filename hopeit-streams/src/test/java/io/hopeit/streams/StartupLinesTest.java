package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class StartupLinesTest {
    private static final Logger LOGGER = Logger.getLogger("io.hopeit");

    private static final class Lines extends Handler {
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            all.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static List<String> said(Class<?>... beans) {
        var lines = new Lines();
        LOGGER.addHandler(lines);
        try (var deployed = Deployed.with(Map.of("hopeit.streams.broker", "memory"), beans)) {
            assertThat(deployed.broker().isReachable()).isTrue();
        } finally {
            LOGGER.removeHandler(lines);
        }
        return lines.all;
    }

    @Test
    void streamsThatInjectedPublishersWriteAreListedAfterTheEvents() {
        assertThat(said(Shop.Counter.class, Shop.Diary.class, Shop.Receive.class))
                .containsSubsequence(
                        "  receive  reads shop.1x0.shipments  as group shop.1x0.receive",
                        "publishers are injected into",
                        "  Counter  writes shop.1x0.orders",
                        "  Counter  writes shop.1x0.payments",
                        "  Counter  writes shop.1x0.orders.urgent");
    }

    @Test
    void whereThereAreNoneNothingIsSaidOfThem() {
        assertThat(said(Shop.Diary.class, Shop.Receive.class)).noneMatch(line -> line.contains("publishers"));
    }
}
