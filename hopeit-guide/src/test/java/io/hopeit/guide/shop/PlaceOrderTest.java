package io.hopeit.guide.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import org.junit.jupiter.api.Test;

@HopeitTest(PlaceOrder.class)
class PlaceOrderTest {
    @Test
    void anOrderIsPriced(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("o1", 2));

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.published("orders.placed", Accepted.class)).hasSize(1);
    }
}
