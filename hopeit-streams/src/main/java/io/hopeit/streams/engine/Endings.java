package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.EngineListener.Count;
import java.util.function.Consumer;

/** How deliveries leave. Guarded by the engine. */
final class Endings {
    private final Core core;
    private Consumer<Delivery> release = delivery -> {};
    private Runnable takeBack = () -> {};

    Endings(Core core) {
        this.core = core;
    }

    /** How to give back what must not be done before something that is another's now. */
    void release(Consumer<Delivery> how) {
        release = how;
    }

    /** How to see of all that has been dealt how far it is. */
    void takeBack(Runnable how) {
        takeBack = how;
    }

    /** Sees of all deliveries how far they are. */
    void takeBack() {
        takeBack.run();
    }

    /** It is no longer ours, and no longer of any concern. */
    void end(Delivery delivery) {
        core.inFlight.remove(delivery);
    }

    /** Somebody else has taken it. */
    void lost(Delivery delivery) {
        if (delivery.isLost()) {
            return;
        }
        delivery.lose();
        var entry = delivery.entry();
        core.count(Count.LEASE_LOST, 1);
        core.later(() -> core.ports
                .listener()
                .happened(Count.LEASE_LOST, entry.key(), entry.id(), "another consumer has taken it over"));
        core.queue.line(delivery).stream().filter(behind -> behind != delivery).forEach(release);
        if (delivery.state() == State.RUNNING) {
            core.later(() -> core.ports.workers().interrupt(delivery));
        } else {
            core.queue.leave(delivery);
            end(delivery);
        }
    }
}
