package io.hopeit.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T05:16:15.870931Z, 2026-11-21T05:16:15.870931+00:00",
        "2026-11-21T05:16:15.000031999Z, 2026-11-21T05:16:15.000031+00:00",
        "2026-11-21T05:16:15.1Z, 2026-11-21T05:16:15.100000+00:00",
        "2026-01-02T00:00:00Z, 2026-01-02T00:00:00+00:00",
        "2026-01-02T00:00:00.000000999Z, 2026-01-02T00:00:00+00:00",
        "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999999+00:00",
        "0007-01-02T03:04:05Z, 0007-01-02T03:04:05+00:00",
        "+12026-11-21T05:16:15Z, +12026-11-21T05:16:15+00:00",
        "-0001-11-21T05:16:15.5Z, -0001-11-21T05:16:15.500000+00:00"
    })
    void timesAreWrittenInUtcWithSixDigitsOfASecondOrNone(Instant time, String written) {
        assertThat(Timestamps.iso(time)).isEqualTo(written);
    }
}
