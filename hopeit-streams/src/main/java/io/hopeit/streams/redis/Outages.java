package io.hopeit.streams.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/** Says once that the server has gone, and once that it is back, however many connections there are. Thread-safe. */
final class Outages {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");

    private final String address;
    private final Set<Link> broken = new HashSet<>();

    Outages(String address) {
        this.address = address;
    }

    synchronized void begin(Link link, Throwable cause) {
        boolean first = broken.isEmpty();
        broken.add(link);
        LOG.log(first ? Level.WARNING : Level.DEBUG, () -> "%s cannot be reached and is tried again: %s"
                .formatted(address, Failures.reason(cause)));
    }

    synchronized void end(Link link) {
        if (broken.remove(link) && broken.isEmpty()) {
            LOG.log(Level.INFO, () -> address + " is reached again");
        }
    }

    synchronized void forget(Link link) {
        broken.remove(link);
    }
}
