package io.hopeit.streams;

import io.hopeit.spi.ManagedThreads;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongSupplier;

/** One thread of the application that lets all its consumers do what has become due. Its state is thread-safe. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final long PAUSE_MILLIS = 100;
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final List<ConsumerLoop> consumers;
    private final LongSupplier nanos;
    private final Thread thread;
    private volatile long lastBeat;
    private volatile boolean closed;

    /** With a clock that never goes back, in ns. */
    Heartbeat(List<ConsumerLoop> consumers, ManagedThreads threads, LongSupplier nanos) {
        this.consumers = consumers;
        this.nanos = nanos;
        this.lastBeat = nanos.getAsLong();
        this.thread = threads.loop("hopeit-heartbeat", this::beat);
        thread.start();
    }

    private void beat() {
        try {
            while (true) {
                boolean areWell = true;
                for (ConsumerLoop consumer : consumers) {
                    areWell &= tick(consumer);
                }
                lastBeat = areWell ? nanos.getAsLong() : lastBeat;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "the application ends", e);
        }
    }

    /** Whatever happens to one of them does not stop the others. */
    private static boolean tick(ConsumerLoop consumer) {
        try {
            consumer.current().ifPresent(Consumer::tick);
            return true;
        } catch (Throwable e) { // an Error too
            consumer.stats().failed("go on", e);
            return false;
        }
    }

    /** Whether it still beats, and each consumer with it, or is meant to beat no more. */
    boolean isAlive() {
        return closed || nanos.getAsLong() - lastBeat < LONGEST_NANOS;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
