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

/** Sessions that have ended and tokens that were replaced, before their time was over. Thread-safe. */
@ApplicationScoped
class Revocations {
    private static final Logger LOG = System.getLogger("io.hopeit.auth");
    private static final String REVOKED = "revoked.";
    private static final String REPLACED = "replaced.";
    private static final String IN_GRACE = "grace.";
    /** For requests that are on their way, of other tabs of a browser, and for a response that is lost. */
    static final Duration GRACE = Duration.ofSeconds(30);
    /** A token is accepted for a little longer than it lasts. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    @Inject
    Instance<SharedFacts> shared;

    @Inject
    BasicAuthExtension deployment;

    private SharedFacts facts = new MemoryFacts();

    @PostConstruct
    void find() {
        if (!shared.isUnsatisfied()) {
            facts = shared.get();
        }
    }

    void warn(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (deployment.isUsed() && shared.isUnsatisfied()) {
            LOG.log(
                    Level.WARNING,
                    "Sessions that have ended are only known to this instance, until it stops: add hopeit-streams to "
                            + "share them.");
        }
    }

    /**
     * From now on no token of the session with this id counts.
     *
     * @throws io.hopeit.spi.FactsUnavailableException when that cannot be stored
     */
    void revoke(String id, Instant expiry) {
        remember(REVOKED + id, expiry);
    }

    private void remember(String fact, Instant expiry) {
        var rest = Duration.between(Instant.now(), expiry).plus(CLOCK_SKEW);
        if (rest.isPositive()) {
            facts.remember(fact, rest);
        }
    }

    /**
     * Whether the session with this id has ended.
     *
     * @throws io.hopeit.spi.FactsUnavailableException when nobody knows
     */
    boolean isRevoked(String id) {
        return facts.knows(REVOKED + id);
    }

    /**
     * From now on the token with this id counts for a little while only. Using it meanwhile does not make that longer.
     *
     * @throws io.hopeit.spi.FactsUnavailableException when that cannot be stored
     */
    void replace(String id, Instant expiry) {
        if (!facts.knows(REPLACED + id)) {
            facts.remember(IN_GRACE + id, GRACE); // before the other, or it would not count for a moment
            remember(REPLACED + id, expiry);
        }
    }

    /**
     * Whether the token with this id was replaced, and the little while is over.
     *
     * @throws io.hopeit.spi.FactsUnavailableException when nobody knows
     */
    boolean isReplaced(String id) {
        return facts.knows(REPLACED + id) && !facts.knows(IN_GRACE + id);
    }
}
