package io.hopeit.streams;

import io.hopeit.streams.engine.Delivery;
import org.jspecify.annotations.Nullable;

/** A thread that works on one delivery after another, and can be interrupted in one, but not beyond it. Thread-safe. */
final class Workplace {
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Delivery current;

    /** For its thread. */
    void begin(Delivery delivery) {
        current = delivery;
    }

    /** For its thread: whatever has interrupted it was meant for the work that ends. */
    synchronized void end() {
        current = null;
        Thread.interrupted();
    }

    /** Interrupts that work, if it goes on here. */
    synchronized void interrupt(Delivery delivery) {
        if (delivery.equals(current)) {
            thread.interrupt();
        }
    }
}
