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
}
