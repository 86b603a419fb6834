package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Taken;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries that have failed and are to be tried again before those behind them in their line. They stay in flight, so
 * that nobody else comes by them; after a crash they are taken over like anything else. Guarded by the engine.
 */
final class Holds {
    private static final long PAUSE = 1000;

    private record Hold(Delivery delivery, long due, boolean counted) {}

    private final Core core;
    private final Endings endings;
    private final PriorityQueue<Hold> holds = new PriorityQueue<>(Comparator.comparingLong(Hold::due));

    Holds(Core core, Endings endings) {
        this.core = core;
        this.endings = endings;
    }

    void hold(Delivery delivery, long pause, boolean counted) {
        delivery.become(State.HELD, core.now());
        holds.add(new Hold(delivery, core.now() + pause, counted));
    }

    /** Tries those again whose pause is over. */
    void due() {
        while (!holds.isEmpty() && holds.element().due() <= core.now()) {
            var hold = holds.remove();
            if (hold.delivery().state() != State.HELD || hold.delivery().isLost()) {
                continue;
            }
            if (hold.counted()) {
                deliverAgain(hold.delivery());
            } else {
                repeat(hold.delivery());
            }
        }
    }

    private void repeat(Delivery delivery) {
        delivery.become(State.WAITING, core.now());
        core.queue.repeat(delivery);
    }

    /** Counts another delivery of it, and then it is up. */
    void deliverAgain(Delivery delivery) {
        delivery.become(State.HELD, core.now());
        var entry = delivery.entry();
        long asked = core.now();
        core.ask(
                () -> delivery.intake().member().take(entry.key(), List.of(entry.id()), true),
                (taken, failure) -> delivered(delivery, taken, failure, asked));
    }

    private void delivered(Delivery delivery, @Nullable Taken taken, @Nullable Throwable failure, long asked) {
        if (delivery.state() != State.HELD || delivery.isLost()) {
            return;
        }
        if (taken == null && !Core.isGone(failure)) {
            boolean mayBeCounted = !(failure instanceof BrokerException broker) || broker.isOutcomeUnknown();
            holds.add(new Hold(delivery, core.now() + core.jittered(PAUSE), !mayBeCounted));
        } else if (taken != null && !taken.entries().isEmpty()) {
            delivery.deliveredAgain(taken.entries().getFirst());
            delivery.leased(asked);
            repeat(delivery);
        } else if (taken != null && taken.gone().isEmpty()) {
            endings.lost(delivery);
        } else {
            core.queue.leave(delivery);
            endings.end(delivery);
            core.count(Count.TRIMMED, 1);
        }
    }
}
