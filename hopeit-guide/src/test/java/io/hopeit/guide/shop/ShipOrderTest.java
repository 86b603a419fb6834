package io.hopeit.guide.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import org.junit.jupiter.api.Test;

@HopeitTest({PlaceOrder.class, ShipOrder.class})
class ShipOrderTest {
    @Test
    void anOrderThatIsPlacedIsSent(TestApp app) {
        app.run(PlaceOrder.class, new Order("o1", 2));

        assertThat(app.bean(Warehouse.class).sent()).containsExactly("o1");
    }
}
