package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisBenchmarkTest {
    @Test
    void theRateIsTheFirstNumberAfterTheTestWhoseNameHasQuotes() {
        var csv = """
                "test","rps","avg_latency_ms","min_latency_ms"
                "XADD orders * payload {"id":"o-1","notes":["a note on it"]}","588235.31","0.082","0.040"
                """;

        assertThat(RedisBenchmark.rate(csv)).isEqualTo(588_235.31);
    }
}
