package io.hopeit.benchmarks;

import io.hopeit.StreamEvent;

/** An event that does nothing but take some time, if that is said. */
@StreamEvent(value = "consume-order", read = "orders")
class ConsumeOrder {
    void consume(Order order) throws InterruptedException {
        Pause.current.last();
        if (Latencies.areExpected()) {
            Latencies.done(Stamped.sent(order.createdAt()));
        }
        Tally.DONE.increment();
    }
}
