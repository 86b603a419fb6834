package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Ratio RATIO = new Ratio("r", "ours", "raw", "rate", 0.5);

    private final Results results = new Results();

    private void add(String name, double... rates) {
        for (double rate : rates) {
            results.add(new Entrant(name, "none", ""), new Result(rate, 0, 0, 0, Map.of()));
        }
    }

    @Test
    void aRatioIsThatOfMostRounds() {
        add("raw", 100, 200, 100);
        add("ours", 60, 120, 90);

        assertThat(results.of(RATIO)).isEqualTo(0.6);
    }

    @Test
    void aRoundThatOneHasNotTakenPartInDoesNotCount() {
        add("raw", 100);
        add("ours", 60, 10, 10);

        assertThat(results.of(RATIO)).isEqualTo(0.6);
    }

    @Test
    void thereIsNoRatioWithoutARoundOfBoth() {
        add("raw", 100);

        assertThat(results.of(RATIO)).isNaN();
    }
}
