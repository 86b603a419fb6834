package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.spi.BrokerException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds when the broker has been away for all. */
class BrokerOutageTest {
    private static final Set<String> CALLS = Set.of("read", "sweep", "owned", "extend", "ack", "stats");

    private final Bench bench = new Bench();
    private boolean isAway;

    BrokerOutageTest() {
        bench.tampering = this::call;
    }

    private @Nullable Object call(String method, Object[] arguments, Supplier<Object> call) {
        return isAway && CALLS.contains(method)
                ? CompletableFuture.failedFuture(new BrokerException("away", null))
                : call.get();
    }

    /** However early the first one asks, and though a read that waits has not ended. */
    @Test
    void whoeverLivesHasTimeToSaySoFromWhenItIsBack() {
        bench.publish("a", "1");
        bench.broker.join(List.of("a"), Bench.GROUP, "other", false).read(1, 1 << 20, Duration.ZERO);
        bench.start("a");
        bench.pass(Duration.ofSeconds(2));

        isAway = true;
        bench.pass(Duration.ofSeconds(40));
        isAway = false;
        bench.pass(Bench.IDLE.dividedBy(2));

        assertThat(bench.begun).isEmpty();
        bench.pass(Bench.IDLE);
        assertThat(bench.begun).containsExactly("1");
    }
}
