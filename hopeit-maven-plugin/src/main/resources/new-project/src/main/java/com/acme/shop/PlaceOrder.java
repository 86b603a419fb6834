package com.acme.shop;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import jakarta.inject.Inject;
import jakarta.validation.Valid;

/** Takes an order and publishes it; the response is sent when Redis has the message. */
@PostEvent("orders.place")
@WriteStream("orders.placed")
@Steps({"accept", "keep"})
public class PlaceOrder {
    @Inject
    Orders orders;

    PlacedOrder accept(@Valid Order order, EventContext context) {
        return new PlacedOrder(order.id(), order.item(), order.pieces(), context.startedAt());
    }

    PlacedOrder keep(PlacedOrder order) {
        orders.place(order);
        return order;
    }
}
