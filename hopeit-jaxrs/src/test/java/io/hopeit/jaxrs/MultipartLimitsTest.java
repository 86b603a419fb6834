package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MultipartLimitsTest {

    @Test
    void textsAndFilesFitTheForm() {
        assertThat(MultipartLimits.upTo(1000)).isEqualTo(new MultipartLimits(100, 8192, 1000, 1000, 1000));
        assertThat(MultipartLimits.upTo(10_000_000_000L))
                .isEqualTo(new MultipartLimits(100, 8192, 10_000_000_000L, 10_000_000_000L, 1024 * 1024));
    }

    @Test
    void aLimitThatIsNotPositiveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultipartLimits(0, 1, 1, 1, 1))
                .withMessageContaining("maxParts");
        assertThatIllegalArgumentException().isThrownBy(() -> new MultipartLimits(1, 1, 1, 1, -1));
    }
}
