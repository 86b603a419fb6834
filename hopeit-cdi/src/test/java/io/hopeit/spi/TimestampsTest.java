package io.hopeit.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T05:16:15.870931Z, 2026-11-21T05:16:15.870931+00:00",
        "2026-01-02T03:04:05.000006Z, 2026-01-02T03:04:05.000006+00:00",
        "2026-01-02T03:04:05.600000999Z, 2026-01-02T03:04:05.600000+00:00",
        "2026-11-21T05:16:15Z, 2026-11-21T05:16:15+00:00",
        "2026-11-21T05:16:15.000000999Z, 2026-11-21T05:16:15+00:00",
        "0001-11-21T05:16:15.870931Z, 0001-11-21T05:16:15.870931+00:00",
        "-0001-11-21T05:16:15.870931Z, -0001-11-21T05:16:15.870931+00:00",
        "+12026-11-21T05:16:15.870931Z, +12026-11-21T05:16:15.870931+00:00"
    })
    void timesAreWrittenInUtcToTheMicrosecond(Instant time, String text) {
        assertThat(Timestamps.iso(time)).isEqualTo(text);
    }
}
