package io.hopeit.streams.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.streams.spi.BlockingReader;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.BrokerContract;
import io.hopeit.streams.spi.BrokerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryBrokerTest extends BrokerContract {
    private final MemoryBroker broker = new MemoryBroker();

    @Override
    protected Broker broker() {
        return broker;
    }

    @Override
    protected List<String> pending(String key, String group) {
        return broker.pending(key, group);
    }

    @Test
    void aClosedOneRefuses() {
        broker.close();

        assertThat(broker.isReachable()).isFalse();
        assertThat(BlockingReader.append(broker, "orders", Map.of(), 0))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(BrokerException.class)
                .withMessageContaining("cannot append to orders in memory: the broker is closed");
        assertThatThrownBy(() ->
                        BlockingReader.of(broker, List.of("orders"), "g", "me").read(1, Duration.ofMinutes(1)))
                .isInstanceOf(BrokerException.class);
    }
}
