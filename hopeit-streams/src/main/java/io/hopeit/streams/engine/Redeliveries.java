package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Taken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has the broker count another delivery of an entry just before the work on it begins: what waits while a neighbour ends
 * this process has not been tried, and is not blamed. Guarded by the engine.
 */
final class Redeliveries {
    private static final long PAUSE = 1000;

    private final Core core;
    private final Endings endings;
    private final Holds holds;
    private int count;
    private @Nullable Delivery suspect;

    Redeliveries(Core core, Endings endings, Holds holds) {
        this.core = core;
        this.endings = endings;
        this.holds = holds;
    }

    /** How many are being counted, and will be worked on next. */
    int count() {
        return count;
    }

    /** Whether one of them is to run alone. */
    boolean hasSuspect() {
        return suspect != null;
    }

    void begin(Delivery delivery) {
        count++;
        suspect = delivery.isSuspect() ? delivery : suspect;
        delivery.become(State.HELD, core.now());
        var entry = delivery.entry();
        long asked = core.now();
        core.ask(() -> delivery.intake().member().take(entry.key(), List.of(entry.id()), true), (taken, failure) -> {
            count--;
            suspect = delivery == suspect ? null : suspect;
            if (delivery.state() == State.HELD && !delivery.isLost()) {
                counted(delivery, taken, failure, asked);
            }
        });
    }

    private void counted(Delivery delivery, @Nullable Taken taken, @Nullable Throwable failure, long asked) {
        if (taken == null && !Core.isGone(failure)) {
            if (!(failure instanceof BrokerException broker) || broker.isOutcomeUnknown()) {
                delivery.becomeCounted();
            }
            holds.hold(delivery, core.jittered(PAUSE));
        } else if (taken != null && !taken.entries().isEmpty()) {
            delivery.deliveredAgain(taken.entries().getFirst());
            delivery.leased(asked);
            delivery.become(State.WAITING, core.now());
            core.queue.repeat(delivery);
        } else if (taken != null && taken.gone().isEmpty()) {
            endings.lost(delivery);
        } else {
            core.queue.leave(delivery);
            endings.end(delivery);
            core.count(Count.TRIMMED, 1);
        }
    }
}
