package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A read that was to end early may end badly, where the broker knows no better way: that is no failure of the consumer. */
class WokenReadTest {
    private final Bench bench = new Bench();
    private final List<CompletableFuture<Batch>> reads = new ArrayList<>();

    WokenReadTest() {
        bench.concurrency = 200; // room for two reads
        bench.tampering = this::failWhenWoken;
    }

    @SuppressWarnings("unchecked") // what reads return
    private Object failWhenWoken(String method, Object[] arguments, Supplier<Object> call) {
        if (method.equals("wake")) {
            breakOff(reads.getLast());
            return call.get();
        }
        if (!method.equals("read")) {
            return call.get();
        }
        var answer = ((CompletionStage<Batch>) call.get()).toCompletableFuture();
        var read = new CompletableFuture<Batch>();
        reads.add(read);
        if (answer.isDone()) {
            ((Runnable) arguments[3]).run(); // its answer comes, and the next read may go out
        } else {
            answer.thenAccept(read::complete);
        }
        return read;
    }

    private static void breakOff(CompletableFuture<Batch> read) {
        read.completeExceptionally(new BrokerException("broken", null, Kind.TRANSIENT, true));
    }

    @Test
    void onlyTheReadThatFailedBeforeIsToldOf() {
        bench.publish("a", "1");
        bench.start("a");
        assertThat(reads).hasSize(2);

        breakOff(reads.getFirst()); // what it should have brought is looked for, when the other one has ended
        bench.pass(Duration.ofSeconds(20));

        assertThat(reads.get(1)).isCompletedExceptionally();
        assertThat(bench.begun).containsExactly("1");
        assertThat(bench.told).containsExactly("failed read");
    }
}
