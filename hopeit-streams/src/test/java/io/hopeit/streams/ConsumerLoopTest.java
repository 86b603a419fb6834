package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoop.State;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {
    private static final Map<String, String> CONFIG =
            Map.of("hopeit.streams.broker", "memory", "hopeit.stream-defaults.block", "PT0.2S");

    private static Deployed deploy() {
        return Deployed.with(CONFIG, Shop.TakeOrder.class, Shop.Counter.class, Shop.Diary.class, Shop.Basket.class);
    }

    private static EventLoop loop(Deployed deployed) {
        return deployed.get(Consumers.class).loops().getFirst();
    }

    @Test
    void oneThatWasStoppedStartsAgain() throws Exception {
        try (var deployed = deploy()) {
            var loop = loop(deployed);
            loop.stop();
            assertThat(loop.state()).isEqualTo(State.STOPPED);
            loop.start();
            assertThat(loop.state()).isEqualTo(State.RUNNING);
        }
    }

    @Test
    void itsDetailsSayHowTheGroupStandsAndWhatHasHappened() throws Exception {
        try (var deployed = deploy()) {
            deployed.get(Shop.Counter.class).order("o1");
            var loop = loop(deployed);
            assertThat(deployed.get(Shop.Diary.class).next()).isEqualTo("o1");

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertDetails(loop.details()));
        }
    }

    @SuppressWarnings("unchecked") // they become JSON
    private static void assertDetails(Map<String, Object> details) {
        assertThat(details).containsEntry("group", "shop.1x0.take_order").containsEntry("inFlight", 0);
        assertThat((String) details.get("consumer")).startsWith("shop.1x0.");
        assertThat((Long) details.get("lastReadAgeMillis")).isLessThan(1000);
        assertThat((Map<String, Object>) details.get("counts"))
                .containsEntry("read", 1L)
                .containsEntry("leaseLost", 0L);
        var streams = (Map<String, Map<String, Object>>) details.get("streams");
        assertThat(streams).containsOnlyKeys("shop.1x0.orders", "shop.1x0.orders.urgent");
        assertThat(streams.get("shop.1x0.orders"))
                .containsEntry("length", 1L)
                .containsEntry("lag", 0L)
                .containsEntry("pending", 0L)
                .containsEntry("oldestPendingAgeSeconds", 0.0)
                .containsEntry("retries", 0L)
                .containsEntry("deadLetters", 0L)
                .containsEntry("consumers", 1L);
    }

    @Test
    void alsoAfterAStopThatWasInterrupted() {
        try (var deployed = deploy()) {
            var loop = loop(deployed);
            Thread.currentThread().interrupt();
            assertThatThrownBy(loop::stop).isInstanceOf(InterruptedException.class);
            assertThat(loop.state()).isEqualTo(State.STOPPED);
            loop.start();
            assertThat(loop.state()).isEqualTo(State.RUNNING);
        }
    }
}
