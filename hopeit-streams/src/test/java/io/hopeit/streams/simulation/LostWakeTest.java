package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.spi.Batch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A read that goes out just after it was to be ended, on another thread, does not wait for what it is not to bring. */
class LostWakeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Bench bench = new Bench();
    private final AtomicInteger wakes = new AtomicInteger();

    LostWakeTest() {
        bench.tampering = this::loseTheFirst;
    }

    private @Nullable Object loseTheFirst(String method, Object[] arguments, Supplier<Object> call) {
        return method.equals("wake") && wakes.getAndIncrement() == 0 ? null : call.get();
    }

    @Test
    void aStopDoesNotWaitForItsEnd() {
        bench.start("a");
        bench.pass(SECOND);

        var stopped = bench.engine().stop().toCompletableFuture();
        bench.pass(Duration.ofMillis(200));

        assertThat(stopped).isDone();
    }

    @Test
    void whatIsPublishedDuringAPauseIsLeftToOthers() throws Exception {
        bench.start("a");
        bench.pass(SECOND);

        bench.engine().pause();
        bench.pass(Duration.ofMillis(200));
        bench.publish("a", "late");

        var other = bench.broker.join(List.of("a"), Bench.GROUP, "other", false);
        var read = other.read(1, 1 << 20, SECOND).toCompletableFuture();
        assertThat(read.getNow(Batch.EMPTY).entries()).hasSize(1);
    }
}
