package io.hopeit.guide.shop;

import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;

/** An order comes from one stream, and goes priced to another. */
@StreamEvent(read = "orders")
@WriteStream("orders-priced")
public class PriceOrder {
    PricedOrder price(Order order) {
        return new PricedOrder(order.id(), order.pieces() * 500);
    }
}
