package io.hopeit.streams.engine;

import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.Backoff;
import io.hopeit.streams.spi.BrokerException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thing that the broker is to be told about a delivery. Guarded by the engine. */
final class Settlement {
    final Delivery delivery;
    final Count what;
    final String detail;
    /** Answers whether the entry was still ours. */
    final Supplier<CompletionStage<Boolean>> call;
    /** Whether an earlier call may have done it, so that the entry is ours no more because of that. */
    boolean mayBeDone;

    long notBefore;
    private @Nullable Backoff backoff;

    Settlement(Delivery delivery, Count what, String detail, Supplier<CompletionStage<Boolean>> call) {
        this.delivery = delivery;
        this.what = what;
        this.detail = detail;
        this.call = call;
    }

    void failed(@Nullable Throwable failure, Core core) {
        mayBeDone |= !(failure instanceof BrokerException broker) || broker.isOutcomeUnknown();
        if (backoff == null) {
            backoff = new Backoff(core.ports.random());
            var told = failure == null ? new IllegalStateException("no answer") : failure;
            core.later(() -> core.ports.listener().failed("settle", told));
        }
        notBefore = core.now() + backoff.next().toMillis();
    }
}
