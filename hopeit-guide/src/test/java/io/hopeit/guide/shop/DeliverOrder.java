package io.hopeit.guide.shop;

import io.hopeit.EventContext;
import io.hopeit.OnFailure;
import io.hopeit.StreamEvent;
import jakarta.inject.Inject;
import java.io.IOException;

/** Brings parcels. */
@StreamEvent(read = "orders")
@OnFailure(maxDeliveries = 10, backoff = "PT0.5S", abortOn = IllegalArgumentException.class)
public class DeliverOrder {
    @Inject
    Carrier carrier;

    void deliver(Order order, EventContext context) throws IOException {
        if (context.deliveries() > 1 && carrier.hasTaken(order.id())) {
            return; // an earlier delivery of this message has done it
        }
        carrier.take(order.id());
    }
}
