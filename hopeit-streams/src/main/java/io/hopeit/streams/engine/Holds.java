package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Deliveries that are to be tried again later, before those behind them in their line. They stay in flight, so that
 * nobody else comes by them; after a crash they are taken over like anything else. Guarded by the engine.
 */
final class Holds {
    private record Hold(Delivery delivery, long due) {}

    private final Core core;
    private final PriorityQueue<Hold> holds = new PriorityQueue<>(Comparator.comparingLong(Hold::due));

    Holds(Core core) {
        this.core = core;
    }

    void hold(Delivery delivery, long pause) {
        delivery.become(State.HELD, core.now());
        holds.add(new Hold(delivery, core.now() + pause));
    }

    /** Lets those have their turn whose pause is over. */
    void due() {
        while (!holds.isEmpty() && holds.element().due() <= core.now()) {
            var delivery = holds.remove().delivery();
            if (delivery.state() == State.HELD && !delivery.isLost()) {
                delivery.become(State.WAITING, core.now());
                core.queue.repeat(delivery);
            }
        }
    }
}
