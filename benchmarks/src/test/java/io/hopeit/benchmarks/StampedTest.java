package io.hopeit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StampedTest {
    private static final String KEY = "bench.1x0.orders";

    @Test
    void saysWhenItIsSent() {
        var stamped = new Stamped(KEY, 7);
        long before = System.nanoTime();

        var sent = sent(stamped);
        var later = sent(stamped);

        assertThat(sent).isBetween(before, later);
        assertThat(later).isLessThanOrEqualTo(System.nanoTime());
    }

    private static long sent(Stamped stamped) {
        var command = new String(stamped.at(System.nanoTime()), UTF_8);
        return Stamped.sent(Order.time(command));
    }

    @Test
    void isTheOrderButForTheTime() {
        var command = new String(new Stamped(KEY, 7).at(System.nanoTime()), UTF_8);

        assertThat(command.replaceAll("\"createdAt\":1[0-9]{18},", "\"createdAt\":0,"))
                .isEqualTo(new String(Envelope.HOPEIT.append(KEY, 7, Order.json(7, "0")), UTF_8)
                        .replace(
                                "$" + Order.json(7, "0").length(),
                                "$" + (Order.json(7, "0").length() + 18)));
    }
}
