package io.hopeit.streams;

import io.hopeit.streams.spi.BrokerException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Logs troubles that repeat themselves: once, and then once a minute, until all is well. One that passes by itself within
 * a second is nothing to be told of. Thread-safe.
 */
final class Complaints {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final long PAUSE_NANOS = 60_000_000_000L;
    private static final long BRIEF_NANOS = 1_000_000_000L;

    private boolean troubled;
    private boolean isTold;
    private long since;
    private long loggedAt;

    void complain(String what, Throwable failure) {
        var broker = failure instanceof BrokerException known ? known : null;
        boolean passes = broker != null && !broker.kind().needsHelp();
        var level = passes ? Level.WARNING : Level.ERROR;
        LOG.log(isDue(passes) ? level : Level.DEBUG, what + failure.getMessage(), broker == null ? failure : null);
    }

    private synchronized boolean isDue(boolean passes) {
        long now = System.nanoTime();
        if (!troubled) {
            troubled = true;
            since = now;
        }
        boolean isBrief = passes && now - since < BRIEF_NANOS;
        boolean isDue = !isBrief && (!isTold || now - loggedAt > PAUSE_NANOS);
        if (isDue) {
            isTold = true;
            loggedAt = now;
        }
        return isDue;
    }

    synchronized void isWell() {
        troubled = false;
        isTold = false;
    }
}
