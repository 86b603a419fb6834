package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

/** What an application counts is seen in its tests. */
@HopeitTest(PlaceOrder.class)
class MetricsTest {
    @Inject
    MetricRegistry metrics;

    private long orders(String outcome) {
        var counter = metrics.getCounter(new MetricID(
                "hopeit.events",
                new Tag("app", "shop.1x0"),
                new Tag("event", "orders.place"),
                new Tag("outcome", outcome)));
        return counter == null ? 0 : counter.getCount(); // it is there from the first run on
    }

    @Test
    void aRunIsCounted(TestApp app) {
        var before = orders("done");

        app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(orders("done")).isEqualTo(before + 1);
    }

    @Test
    void aFailureIsCountedAsOne(TestApp app) {
        var before = orders("failed");
        app.step(PlaceOrder.class, "price").fails(() -> new IllegalStateException("no price"));

        app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(orders("failed")).isEqualTo(before + 1);
    }
}
