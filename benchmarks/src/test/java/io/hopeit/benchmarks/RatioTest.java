package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTest {
    private static final Map<String, Result> RESULTS = Map.of(
            "ours", new Result(300, 2, 0, 1500, Map.of("p50", 120.0)),
            "raw", new Result(400, 1, 0, 1000, Map.of("p50", 100.0)));

    @Test
    void dividesTheNumbersOfTwo() {
        assertThat(new Ratio("r", "ours", "raw", "rate", 0.75).of(RESULTS)).isEqualTo(0.75);
        assertThat(new Ratio("r", "ours", "raw", "p50", -1.2).of(RESULTS)).isEqualTo(1.2);
    }

    @Test
    void dividesByALimit() {
        assertThat(new Ratio("r", "ours", "1000", "rate", 0.75).of(RESULTS)).isEqualTo(0.3);
    }

    @Test
    void subtracts() {
        assertThat(new Comparison.Difference("ours", "raw", "bytes").of(RESULTS))
                .isEqualTo(500);
    }

    @Test
    void isANumberAsItIs() {
        assertThat(new Comparison.Itself("ours", "p50").of(RESULTS)).isEqualTo(120);
    }

    @Test
    void whatIsPositiveHasToBeReached() {
        var ratio = new Ratio("r", "ours", "raw", "rate", 0.75);

        assertThat(ratio.isReached(0.75)).isTrue();
        assertThat(ratio.isReached(0.74)).isFalse();
        assertThat(ratio.goalText()).isEqualTo("at least 0.75");
    }

    @Test
    void whatIsNegativeMustNotBePassed() {
        var ratio = new Ratio("r", new Comparison.Difference("ours", "raw", "bytes"), -1024);

        assertThat(ratio.isReached(1024)).isTrue();
        assertThat(ratio.isReached(1025)).isFalse();
        assertThat(ratio.isReached(-5)).isTrue();
        assertThat(ratio.goalText()).isEqualTo("at most 1,024");
    }

    @Test
    void whatIsMissingReachesNothing() {
        var ratio = new Ratio("r", "ours", "gone", "rate", 0.75);

        assertThat(ratio.of(RESULTS)).isNaN();
        assertThat(ratio.isReached(ratio.of(RESULTS))).isFalse();
        assertThat(new Ratio("r", "ours", "gone", "rate", -1).isReached(Double.NaN))
                .isFalse();
    }
}
