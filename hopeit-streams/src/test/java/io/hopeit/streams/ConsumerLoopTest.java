package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoop.State;
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
