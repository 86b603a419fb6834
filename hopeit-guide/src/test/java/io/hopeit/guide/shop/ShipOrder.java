package io.hopeit.guide.shop;

import io.hopeit.StreamEvent;

/** Sends what was ordered. */
@StreamEvent(read = "orders.placed") // runs for each message; acknowledged when all of it has succeeded
public class ShipOrder {
    void ship(Accepted order, Warehouse warehouse) {
        warehouse.send(order.id());
    }
}
