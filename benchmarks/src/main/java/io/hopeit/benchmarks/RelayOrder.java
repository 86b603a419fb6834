package io.hopeit.benchmarks;

import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;

/** An event that hands on what it gets, to another stream. */
@StreamEvent(value = "relay-order", read = "orders")
@WriteStream("relayed")
class RelayOrder {
    Order relay(Order order) {
        Tally.DONE.increment();
        return order;
    }
}
