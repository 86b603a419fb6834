package io.hopeit.benchmarks;

import io.hopeit.GetEvent;
import jakarta.ws.rs.PathParam;

/** An event at a path with a parameter. */
@GetEvent(value = "one-order", route = "orders/{id}")
class OneOrder {
    Order find(@PathParam("id") String id) {
        return Order.of(id.length(), 200);
    }
}
