package io.hopeit.streams.engine;

import io.hopeit.streams.spi.Entry;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an engine needs of the world.
 *
 * {@snippet :
 * Ports ports(Ports.Workers workers, Executor arrivals, EngineListener listener) {
 *     return new Ports(
 *             () -> System.nanoTime() / 1_000_000,
 *             InstantSource.system(),
 *             new Random(),
 *             arrivals,
 *             workers,
 *             entry -> new Ports.Line(entry.fields().get("customer"), null),
 *             listener);
 * }
 * }
 *
 * @param millis a clock that never goes back, in ms
 * @param clock what time it is
 * @param random chance
 * @param arrivals where lines are looked at, one batch after another; it must not be who answers calls. Without lines, who
 *     answers a read goes on with it: that takes no longer than to hand it on
 * @param workers do the work
 * @param lines looks at entries when they arrive, and tells which run one after another
 * @param listener is told what happens
 * @hidden applications have no use for it
 */
public record Ports(
        LongSupplier millis,
        InstantSource clock,
        RandomGenerator random,
        Executor arrivals,
        Workers workers,
        Lines lines,
        EngineListener listener) {

    /** Threads that work on entries. None of the methods may wait, and they may be called by any thread. */
    public interface Workers {
        /**
         * Starts one more worker, which calls {@link ConsumerEngine#first()} and then works on what it gets, until there
         * is nothing more.
         *
         * @throws RuntimeException when none can be started now; it is tried again soon
         */
        void startOne();

        /** Interrupts the work on an entry, if there is any. */
        void interrupt(Delivery delivery);
    }

    /**
     * Looks at an entry when it arrives.
     *
     * {@snippet :
     * Ports.Lines byCustomer = entry -> new Ports.Line(customer(entry), null);
     * }
     */
    @FunctionalInterface
    public interface Lines {
        /** Sees nothing: every entry is on its own. */
        Lines NONE = entry -> Line.NONE;

        /** What is seen. Never throws. */
        Line of(Entry entry);
    }

    /**
     * What has been seen of an entry.
     *
     * @param name entries with equal ones run one after another, in order; null for one on its own
     * @param seen whatever the worker can use later, {@link Delivery#seen()}
     */
    public record Line(@Nullable Object name, @Nullable Object seen) {
        /** On its own, and not looked at. */
        public static final Line NONE = new Line(null, null);
    }
}
