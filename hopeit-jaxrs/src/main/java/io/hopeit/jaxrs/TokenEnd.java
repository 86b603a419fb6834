package io.hopeit.jaxrs;

import io.hopeit.Identity;
import io.hopeit.spi.Part;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * When a token ends to count: {@code mp.jwt.verify.clock.skew} seconds after its {@code exp}. That is for the server to
 * see, but Open Liberty does not read this key as long as it has a clock skew of its own, which is five minutes. Nothing is
 * added where the key is not set.
 */
@Part
class TokenEnd {
    static final String SKEW = "mp.jwt.verify.clock.skew";
    private static final String EXPIRY = "exp";

    private Optional<Integer> skew = Optional.empty();

    @PostConstruct
    void readConfig() {
        skew = skew(ConfigProvider.getConfig());
    }

    /**
     * Seconds, when it is set.
     *
     * @throws IllegalArgumentException when it is no number of seconds
     */
    static Optional<Integer> skew(Config config) {
        var seconds = config.getOptionalValue(SKEW, Integer.class);
        if (seconds.filter(number -> number < 0).isPresent()) {
            throw new IllegalArgumentException(SKEW + " is negative");
        }
        return seconds;
    }

    /** By the clock of the machine, as the server sees it; never for a sender without a token. */
    boolean isOver(Identity sender) {
        return skew.isPresent()
                && sender.claims().get(EXPIRY) instanceof Number end
                && Instant.now().getEpochSecond() > end.longValue() + skew.get();
    }
}
