package io.hopeit.auth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Warns of each five wrong passwords in a row for one name, whether anybody has it or not. It remembers the 1000 names that
 * have failed last, in this instance. It stops nobody, or anybody could lock out others. Thread-safe.
 */
final class FailedLogins {
    private static final Logger LOG = System.getLogger("io.hopeit.auth");
    private static final int MANY = 5;
    private static final int MOST_NAMES = 1000;

    private final Map<String, Integer> inARow = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_NAMES;
        }
    };

    synchronized void succeeded(String name) {
        inARow.remove(name);
    }

    void failed(String name) {
        int count = count(name);
        if (count % MANY == 0) {
            LOG.log(
                    Level.WARNING,
                    "%d wrong passwords in a row for the name \"%s\"".formatted(count, ShownName.of(name)));
        }
    }

    private synchronized int count(String name) {
        return inARow.merge(name, 1, Integer::sum);
    }
}
