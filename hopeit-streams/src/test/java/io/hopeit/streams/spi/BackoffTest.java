package io.hopeit.streams.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void pausesDoubleUpToOneSecondAndAreJittered() {
        var backoff = new Backoff(new Random(1));
        var longest = new long[] {100, 200, 400, 800, 1000, 1000};

        for (long millis : longest) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(millis / 2), Duration.ofMillis(millis));
        }
    }

    @Test
    void isShortAgainAfterASuccess() {
        var backoff = new Backoff(new Random(1));
        Stream.generate(backoff::next).limit(5).forEach(pause -> {});

        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
