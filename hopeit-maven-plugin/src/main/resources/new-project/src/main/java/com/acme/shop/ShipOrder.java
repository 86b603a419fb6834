package com.acme.shop;

import io.hopeit.StreamEvent;
import jakarta.inject.Inject;

/** Ships what was placed. A message that fails is tried again, and after five times it is a dead letter. */
@StreamEvent(value = "orders.ship", read = "orders.placed")
public class ShipOrder {
    @Inject
    Orders orders;

    void ship(PlacedOrder order) {
        orders.ship(order);
    }
}
