package com.acme.shop;

import io.hopeit.GetEvent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;

/** Shows how far an order is. */
@GetEvent(value = "orders.show", route = "orders/{id}")
public class ShowOrder {
    @Inject
    Orders orders;

    OrderState find(@PathParam("id") String id) {
        return orders.find(id).orElseThrow(() -> new NotFoundException("There is no order " + id));
    }
}
