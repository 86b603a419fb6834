package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.shop.PlaceOrder;
import io.hopeit.testing.shop.ShipOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a test waits for its application. */
class BootTest {
    private static final int BOOTS = 5;

    @HopeitTest({PlaceOrder.class, ShipOrder.class})
    static class Small {}

    private static Duration boot() {
        var before = System.nanoTime();
        var test = new Small();
        TestContainer.start(TestSetup.of(List.of(test), test.getClass())).close();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** The quickest of some, as other work on the machine only makes them slower: it takes some tenths of a second. */
    @Test
    void afterTheFirstOneItTakesLessThanASecond() {
        boot();

        var quickest = IntStream.range(0, BOOTS)
                .mapToObj(boot -> boot())
                .min(Duration::compareTo)
                .orElseThrow();

        assertThat(quickest).isLessThan(Duration.ofSeconds(1));
    }
}
