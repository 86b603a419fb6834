package io.hopeit.testing.shop;

import io.hopeit.OnFailure;
import io.hopeit.StreamEvent;
import jakarta.inject.Inject;
import java.io.IOException;

/** Sends what was ordered. */
@StreamEvent(value = "orders.ship", read = "orders.placed")
@OnFailure(maxDeliveries = 4, backoff = "PT1M", maxBackoff = "PT1H", abortOn = IllegalArgumentException.class)
public class ShipOrder {
    @Inject
    Warehouse warehouse;

    void ship(PricedOrder order) throws IOException {
        warehouse.send(order.id());
    }
}
