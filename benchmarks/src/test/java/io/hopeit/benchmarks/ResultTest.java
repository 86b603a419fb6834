package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static Result rate(double rate) {
        return new Result(rate, 10 - rate, 0, 0, Map.of("p50", 2 * rate));
    }

    @Test
    void isPerMessage() {
        var words = Map.of("nanos", "2e9", "cpu", "1e9", "bytes", "4000", "compiling", "7", "p99", "12");

        assertThat(Result.of(words, 1000, 0.5)).isEqualTo(new Result(500, 1000, 500, 4, Map.of("p99", 12.0)));
    }

    @Test
    void ofWhatHasFailedThereIsNone() {
        assertThatThrownBy(() -> Result.of(Map.of("failed", "out_of_memory"), 1, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("out_of_memory");
    }

    @Test
    void theMedianIsOfEachNumberItsOwn() {
        assertThat(Result.median(List.of(rate(1), rate(9), rate(3))))
                .isEqualTo(new Result(3, 7, 0, 0, Map.of("p50", 6.0)));
    }

    @Test
    void theMedianOfTwoIsBetweenThem() {
        assertThat(Result.median(List.of(rate(1), rate(2))).perSecond()).isEqualTo(1.5);
    }
}
