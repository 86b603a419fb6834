package io.hopeit.streams;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.ManagedThreads;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** One thread of the application that lets all its consumers do what has become due. Its state is thread-safe. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final List<ConsumerLoop> consumers;
    private final AppTime time;
    private final Thread thread;
    private volatile long lastBeat;
    private volatile boolean closed;

    /** Begins at once. */
    Heartbeat(List<ConsumerLoop> consumers, ManagedThreads threads, AppTime time) {
        this.consumers = consumers;
        this.time = time;
        this.lastBeat = time.nanos();
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
                lastBeat = areWell ? time.nanos() : lastBeat;
                time.sleep(PAUSE);
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
            tell(consumer, e);
            return false;
        }
    }

    private static void tell(ConsumerLoop consumer, Throwable failure) {
        try {
            consumer.stats().failed("go on", failure);
        } catch (Throwable ignored) {
            // there may be no memory to say so, and it has to beat on
        }
    }

    /** Whether it still beats, and each consumer with it, or is meant to beat no more. */
    boolean isAlive() {
        return closed || time.nanos() - lastBeat < LONGEST_NANOS;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
