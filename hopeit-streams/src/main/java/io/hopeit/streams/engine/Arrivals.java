package io.hopeit.streams.engine;

import io.hopeit.streams.spi.Batch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the reads of one member, each looked at after the one before. Where entries have lines, that may take a while,
 * so it is done elsewhere. Guarded by the engine.
 */
final class Arrivals {
    private final Ports ports;
    private CompletionStage<?> last = CompletableFuture.completedFuture(null);

    Arrivals(Ports ports) {
        this.ports = ports;
    }

    /** What an answer is looked at by, when it is there and its turn has come. */
    void expect(CompletableFuture<Batch> answer, BiConsumer<@Nullable Batch, @Nullable Throwable> look) {
        if (ports.lines().equals(Ports.Lines.NONE)) {
            var unused = answer.whenComplete(look);
            return;
        }
        var before = last;
        last = answer.handle((batch, e) -> before.handleAsync(
                        (done, none) -> {
                            look.accept(batch, e);
                            return null;
                        },
                        this::elsewhere))
                .thenCompose(Function.identity());
    }

    /** A batch that nobody looks at would be stuck, and no other one read. */
    private void elsewhere(Runnable arrival) {
        try {
            ports.arrivals().execute(arrival);
        } catch (Throwable e) { // an Error too, as no memory for a thread
            arrival.run();
        }
    }
}
