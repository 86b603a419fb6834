package io.hopeit.spi;

import org.jspecify.annotations.Nullable;

/**
 * {@link SharedFacts} could not be asked or told: their store is down, does not answer in time, or refuses. A request
 * that fails with it is answered with 503 and {@code Retry-After}.
 *
 * {@snippet :
 * boolean isRevoked(SharedFacts facts, String token) {
 *     try {
 *         return facts.knows("revoked:" + token);
 *     } catch (FactsUnavailableException e) {
 *         return true; // who cannot be checked is not let in
 *     }
 * }
 * }
 */
public class FactsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what was being done, and what stopped it; fit for logs. */
    public FactsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
