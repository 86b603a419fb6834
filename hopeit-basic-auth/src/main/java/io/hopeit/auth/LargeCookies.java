package io.hopeit.auth;

import jakarta.ws.rs.core.NewCookie;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells, once for each user and for 100 users at most, of cookies that browsers drop without a word. Thread-safe. */
final class LargeCookies {
    private static final Logger LOG = System.getLogger("io.hopeit.auth");
    /** Of name and value, which browsers agree on. */
    private static final int LARGEST = 4096;

    private static final int MOST_USERS = 100;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void check(String user, NewCookie cookie) {
        int size = cookie.getName().length() + cookie.getValue().length() + "\"\"".length();
        var name = ShownName.of(user);
        if (size > LARGEST && told.size() < MOST_USERS && told.add(name)) {
            LOG.log(
                    Level.WARNING,
                    "The refresh cookie of %s has %d bytes, and browsers drop one of more than %d: they cannot refresh. "
                                    .formatted(name, size, LARGEST)
                            + "Give the user fewer roles, or roles with shorter names.");
        }
    }
}
