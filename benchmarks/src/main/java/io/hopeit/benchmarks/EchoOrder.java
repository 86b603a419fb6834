package io.hopeit.benchmarks;

import io.hopeit.PostEvent;

/** An event that answers with what it gets. */
@PostEvent("echo-order")
class EchoOrder {
    Order echo(Order order) {
        return order;
    }
}
