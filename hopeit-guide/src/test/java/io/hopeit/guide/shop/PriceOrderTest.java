package io.hopeit.guide.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.guide.smallrye.PriceOrders;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import org.junit.jupiter.api.Test;

@HopeitTest(PriceOrder.class)
class PriceOrderTest {
    private static final Order ORDER = new Order("o1", 2);

    @Test
    void isTheSameAsTheMethodOfAChannel(TestApp app) {
        var run = app.run(PriceOrder.class, ORDER);

        assertThat(run.published("orders-priced", PricedOrder.class)).containsExactly(new PriceOrders().price(ORDER));
    }
}
