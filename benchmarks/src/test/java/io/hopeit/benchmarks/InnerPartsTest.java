package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.benchmarks.InnerParts.Cost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InnerPartsTest {
    private final InnerParts page = new InnerParts("2026-11-26", "2 cores", "25");

    private static Cost codec(String method, String comp, int size, double nanos) {
        return new Cost(
                "MessageCodecBenchmark." + method,
                Map.of("ser", "json", "comp", comp, "size", "" + size),
                nanos,
                Double.NaN,
                nanos / 2);
    }

    @Test
    void showsWhatAFormCostsToWriteAndToReadInTheTableOfItsSize() {
        var costs = List.of(
                codec("decode", "lz4", 2048, 4000),
                codec("encode", "none", 200, 900),
                codec("encode", "lz4", 2048, 3000),
                codec("decode", "none", 200, 1900));

        assertThat(page.text(costs, form -> form.size() / 2.0)).contains("""
                ### 200 bytes of JSON
                | | payload | write ns | bytes | read ns | bytes |
                |---|--:|--:|--:|--:|--:|
                | json, none | 100 | 900 | 450 | 1,900 | 950 |

                ### 2,048 bytes of JSON
                | | payload | write ns | bytes | read ns | bytes |
                |---|--:|--:|--:|--:|--:|
                | json, lz4 | 1,024 | 3,000 | 1,500 | 4,000 | 2,000 |
                """);
    }

    @Test
    void showsOtherPartsByWhatTheyDo() {
        var costs = List.of(new Cost("StepsBenchmark.oneStep", Map.of(), 1234.4, 12, 400));

        assertThat(page.text(costs, form -> 0))
                .contains("| run an event with one step, which returns what it gets | 1,234 ± 12 | 400 |");
    }

    @Test
    void leavesOpenWhatWasNotMeasured() {
        assertThat(page.text(List.of(codec("encode", "none", 200, 900)), form -> 236))
                .contains("| json, none | 236 | 900 | 450 |  |  |");
    }
}
