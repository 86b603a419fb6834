package io.hopeit.auth;

import io.hopeit.spi.MemoryFacts;
import io.hopeit.spi.SharedFacts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/** Tokens that no longer count although they have not ended: those of sessions that have. Thread-safe. */
@ApplicationScoped
class Revocations {
    private static final Logger LOG = System.getLogger("io.hopeit.auth");
    private static final String PREFIX = "revoked.";
    /** A token is accepted for a little longer than it lasts. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    @Inject
    Instance<SharedFacts> shared;

    private SharedFacts facts = new MemoryFacts();

    @PostConstruct
    void find() {
        if (!shared.isUnsatisfied()) {
            facts = shared.get();
        }
    }

    void warn(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (shared.isUnsatisfied()) {
            LOG.log(
                    Level.WARNING,
                    "Sessions that have ended are only known to this instance, until it stops: add hopeit-streams to "
                            + "share them.");
        }
    }

    /**
     * From now on the token with this id does not count.
     *
     * @throws io.hopeit.spi.FactsUnavailableException when that cannot be stored
     */
    void revoke(String id, Instant expiry) {
        var rest = Duration.between(Instant.now(), expiry).plus(CLOCK_SKEW);
        if (rest.isPositive()) {
            facts.remember(PREFIX + id, rest);
        }
    }

    /**
     * Whether the token with this id does not count.
     *
     * @throws io.hopeit.spi.FactsUnavailableException when nobody knows
     */
    boolean isRevoked(String id) {
        return facts.knows(PREFIX + id);
    }
}
