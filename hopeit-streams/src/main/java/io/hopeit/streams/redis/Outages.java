package io.hopeit.streams.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/**
 * Says once that the server cannot be reached, and once that it can be again, however many connections there are; and
 * each minute what a person has to put right. A connection that breaks and is opened anew is nothing to be told of.
 * Thread-safe.
 */
final class Outages {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final long PAUSE_NANOS = 60_000_000_000L;

    private final String address;
    private final Set<Link> broken = new HashSet<>();
    private boolean isTold;
    private long helpCalledAt = System.nanoTime() - PAUSE_NANOS - 1;

    Outages(String address) {
        this.address = address;
    }

    /** A connection has broken. */
    synchronized void begin(Link link, Throwable cause) {
        broken.add(link);
        tell(Level.DEBUG, cause);
    }

    /** No connection could be opened. */
    synchronized void goOn(Link link, Throwable cause) {
        broken.add(link);
        if (Failures.of("connect", address, cause).kind().needsHelp()) {
            long now = System.nanoTime();
            boolean isDue = now - helpCalledAt > PAUSE_NANOS;
            helpCalledAt = isDue ? now : helpCalledAt;
            tell(isDue ? Level.ERROR : Level.DEBUG, cause);
        } else {
            tell(isTold ? Level.DEBUG : Level.WARNING, cause);
        }
        isTold = true;
    }

    private void tell(Level level, Throwable cause) {
        LOG.log(level, () -> "%s cannot be reached and is tried again: %s".formatted(address, Failures.reason(cause)));
    }

    synchronized void end(Link link) {
        if (broken.remove(link) && broken.isEmpty()) {
            LOG.log(isTold ? Level.INFO : Level.DEBUG, () -> address + " is reached again");
            isTold = false;
        }
    }

    /** It is closed: nobody tries it any more. Who else is broken has yet to come back. */
    synchronized void forget(Link link) {
        if (broken.remove(link) && broken.isEmpty()) {
            isTold = false;
        }
    }
}
