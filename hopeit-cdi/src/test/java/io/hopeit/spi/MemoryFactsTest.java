package io.hopeit.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryFactsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final MemoryFacts facts = new MemoryFacts(nanos::get, 2);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void knowsWhatItWasToldUntilItExpires() {
        facts.remember("a", Duration.ofSeconds(10));
        facts.remember("b", Duration.ofSeconds(20));

        pass(Duration.ofSeconds(10).minusNanos(1));
        assertThat(facts.knows("a")).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(facts.knows("a")).isFalse();
        assertThat(facts.knows("b")).isTrue();
        assertThat(facts.knows("c")).isFalse();
    }

    @Test
    void aFactThatIsRememberedAgainLastsFromThenOn() {
        facts.remember("a", Duration.ofSeconds(10));
        pass(Duration.ofSeconds(9));
        facts.remember("a", Duration.ofSeconds(10));

        pass(Duration.ofSeconds(9));
        assertThat(facts.knows("a")).isTrue();
    }

    @Test
    void refusesMoreThanItHasRoomForAndForgetsNothing() {
        facts.remember("a", Duration.ofSeconds(10));
        facts.remember("b", Duration.ofSeconds(10));

        assertThatThrownBy(() -> facts.remember("c", Duration.ofSeconds(10)))
                .isInstanceOf(FactsUnavailableException.class);
        assertThat(facts.knows("a")).isTrue();
        assertThat(facts.knows("b")).isTrue();
    }

    @Test
    void whatHasExpiredTakesNoRoom() {
        facts.remember("a", Duration.ofSeconds(10));
        facts.remember("b", Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10));

        facts.remember("c", Duration.ofSeconds(10));
        assertThat(facts.knows("c")).isTrue();
    }
}
