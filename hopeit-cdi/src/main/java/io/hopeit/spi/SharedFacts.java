package io.hopeit.spi;

import java.time.Duration;

/**
 * Facts that all instances of an application share, and that expire: a token that no longer counts, for example.
 * Thread-safe.
 *
 * <p>Who asks has to refuse when the answer is an exception: a store that is down knows nothing, and that is no "no".
 *
 * {@snippet :
 * if (facts.knows("used:" + voucher)) {
 *     throw new IllegalArgumentException("this voucher is used");
 * }
 * facts.remember("used:" + voucher, Duration.ofDays(30));
 * }
 */
public interface SharedFacts {
    /**
     * Remembers a fact, and returns when it is stored.
     *
     * @param key the fact; not a secret
     * @param duration how long, at least 1 ms; a fact that is known already is remembered anew
     * @throws FactsUnavailableException when the store cannot be reached, refuses or does not answer in time, which then
     *     may or may not remember
     */
    void remember(String key, Duration duration);

    /**
     * Whether a fact has been remembered, by any instance, and has not expired.
     *
     * @throws FactsUnavailableException when the store cannot be reached, refuses or does not answer in time
     */
    boolean knows(String key);
}
