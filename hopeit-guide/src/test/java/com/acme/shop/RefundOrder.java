package com.acme.shop;

import io.hopeit.StreamEvent;
import jakarta.inject.Inject;

/** Pays back what was returned. */
@StreamEvent(value = "orders.refund", read = "orders.returned")
public class RefundOrder {
    @Inject
    Refunds refunds;

    void refund(ReturnedOrder order) {
        refunds.pay(order.id(), order.cents());
    }
}
