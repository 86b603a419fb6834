package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void theNearestCandidateIsTheHint() {
        assertThat(Nearest.hint("timout", Stream.of("throttle", "timeout", "time")))
                .isEqualTo(" Did you mean \"timeout\"?");
    }

    @Test
    void whatIsFarIsNoHint() {
        assertThat(Nearest.hint("colour", Stream.of("timeout"))).isEmpty();
    }

    @Test
    void aShortNameWithoutACommonLetterIsNoHint() {
        assertThat(Nearest.hint("zz", Stream.of("e", "ab"))).isEmpty();
    }

    @Test
    void whatManyKeysBeginWithDoesNotMakeThemNear() {
        assertThat(Nearest.hint("hopeit.basic-auth.realm", Stream.of("hopeit.basic-auth.issuer")))
                .isEmpty();
        assertThat(Nearest.hint("HOPEIT_BASIC_AUTH_REALM", Stream.of("HOPEIT_BASIC_AUTH_ISSUER")))
                .isEmpty();
    }

    @Test
    void wordsThatAreLeftOutMayBeMeant() {
        assertThat(Nearest.hint(
                        "hopeit.basic-auth.refresh-lifetime",
                        Stream.of("hopeit.basic-auth.refresh-token-lifetime", "hopeit.basic-auth.issuer")))
                .isEqualTo(" Did you mean \"hopeit.basic-auth.refresh-token-lifetime\"?");
        assertThat(Nearest.hint("hopeit.redis.user", Stream.of("hopeit.redis.username")))
                .isEqualTo(" Did you mean \"hopeit.redis.username\"?");
    }

    @Test
    void ofALongKeyItsLastPartMayBeNear() {
        assertThat(Nearest.hint(
                        "hopeit.event.x.timout", Stream.of("hopeit.event.x.throttle", "hopeit.event.x.timeout")))
                .isEqualTo(" Did you mean \"hopeit.event.x.timeout\"?");
    }
}
