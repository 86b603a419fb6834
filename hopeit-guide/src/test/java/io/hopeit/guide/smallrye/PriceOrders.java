package io.hopeit.guide.smallrye;

import io.hopeit.guide.shop.Order;
import io.hopeit.guide.shop.PricedOrder;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** An order comes from one channel, and goes priced to another. */
@ApplicationScoped
public class PriceOrders {
    @Incoming("orders")
    @Outgoing("orders-priced")
    public PricedOrder price(Order order) {
        return new PricedOrder(order.id(), order.pieces() * 500);
    }
}
