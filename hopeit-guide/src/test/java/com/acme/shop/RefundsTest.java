package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@HopeitTest({PlaceOrder.class, ReturnOrder.class, RefundOrder.class})
class RefundsTest {
    @Inject
    Refunds refunds;

    @Test
    void whatIsReturnedIsPaidBack(TestApp app) {
        app.run(PlaceOrder.class, new Order("o1", "tea", 2));

        var run = app.request(ReturnOrder.class).path("id", "o1").send();

        assertThat(run.status()).isEqualTo(200);
        assertThat(refunds.total()).isEqualTo(1000);
    }
}
