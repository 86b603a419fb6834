package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The events without a server: streams are in memory, and the pauses between retries take no time. */
@HopeitTest({PlaceOrder.class, ShipOrder.class})
class OrdersTest {
    private static final Order TEA = new Order("o1", "tea", 2);

    @Inject
    Orders orders;

    @Test
    void anOrderIsPublishedAndShipped(TestApp app) {
        var run = app.run(PlaceOrder.class, TEA);

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.published("orders.placed", PlacedOrder.class)).hasSize(1);
        assertThat(orders.find("o1"))
                .hasValueSatisfying(state -> assertThat(state.shipped()).isTrue());
    }

    @Test
    void anOrderOfNothingIsRefused(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("o1", "tea", 0));

        assertThat(run.status()).isEqualTo(400);
        assertThat(run.body()).contains("pieces");
    }

    @Test
    void shippingIsTriedAgain(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(2, () -> new IOException("no van is free"));

        app.run(PlaceOrder.class, TEA);

        assertThat(orders.find("o1"))
                .hasValueSatisfying(state -> assertThat(state.shipped()).isTrue());
    }
}
