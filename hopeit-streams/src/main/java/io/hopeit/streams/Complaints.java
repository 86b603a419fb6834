package io.hopeit.streams;

import io.hopeit.streams.spi.BrokerException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs troubles that repeat themselves: the first time, and then once a minute, until all is well. Thread-safe. */
final class Complaints {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final long PAUSE_NANOS = 60_000_000_000L;

    private boolean troubled;
    private long loggedAt;

    void complain(String what, Throwable failure) {
        var broker = failure instanceof BrokerException known ? known : null;
        var level = broker == null || broker.kind().needsHelp() ? Level.ERROR : Level.WARNING;
        LOG.log(isNew() ? level : Level.DEBUG, what + failure.getMessage(), broker == null ? failure : null);
    }

    private synchronized boolean isNew() {
        long now = System.nanoTime();
        boolean isNew = !troubled || now - loggedAt > PAUSE_NANOS;
        if (isNew) {
            troubled = true;
            loggedAt = now;
        }
        return isNew;
    }

    synchronized void isWell() {
        troubled = false;
    }
}
