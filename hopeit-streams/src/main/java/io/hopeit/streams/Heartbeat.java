package io.hopeit.streams;

import io.hopeit.spi.ManagedThreads;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** One thread of the application that lets all its consumers do what has become due. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final long PAUSE_MILLIS = 100;

    private final List<ConsumerLoop> consumers;
    private final Thread thread;

    Heartbeat(List<ConsumerLoop> consumers, ManagedThreads threads) {
        this.consumers = consumers;
        this.thread = threads.loop("hopeit-heartbeat", this::beat);
        thread.start();
    }

    private void beat() {
        try {
            while (true) {
                consumers.forEach(Heartbeat::tick);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "the application ends", e);
        }
    }

    /** Whatever happens to one of them does not stop the others. */
    private static void tick(ConsumerLoop consumer) {
        try {
            consumer.current().ifPresent(running -> running.engine().tick());
        } catch (Throwable e) { // an Error too
            LOG.log(Level.ERROR, "a consumer is in trouble: " + consumer.event().name(), e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
