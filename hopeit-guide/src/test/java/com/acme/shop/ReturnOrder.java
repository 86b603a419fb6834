package com.acme.shop;

import io.hopeit.PostEvent;
import io.hopeit.WriteStream;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;

/** Somebody sends back what they have ordered. */
@PostEvent(value = "orders.return", route = "orders/{id}/return")
@WriteStream("orders.returned")
public class ReturnOrder {
    @Inject
    Orders orders;

    ReturnedOrder take(@PathParam("id") String id) {
        var order = orders.find(id).orElseThrow(() -> new NotFoundException("There is no order " + id));
        return new ReturnedOrder(id, order.order().pieces() * 500);
    }
}
