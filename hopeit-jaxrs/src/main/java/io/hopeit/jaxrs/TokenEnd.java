package io.hopeit.jaxrs;

import io.hopeit.Identity;
import io.hopeit.spi.Part;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * When a token ends to count: {@code mp.jwt.verify.clock.skew} seconds after its {@code exp}. That is for the server to
 * see, but Open Liberty does not read this key as long as it has a clock skew of its own, which is five minutes. Nothing is
 * added where the key is not set.
 */
@Part
class TokenEnd {
    private static final String SKEW = "mp.jwt.verify.clock.skew";
    private static final String EXPIRY = "exp";

    private Optional<Long> skew = Optional.empty();

    @PostConstruct
    void readConfig() {
        skew = ConfigProvider.getConfig().getOptionalValue(SKEW, Long.class);
    }

    /** By the clock of the machine, as the server sees it; never for a sender without a token. */
    boolean isOver(Identity sender) {
        return skew.isPresent()
                && sender.claims().get(EXPIRY) instanceof Number end
                && Instant.now().getEpochSecond() > end.longValue() + skew.get();
    }
}
