package io.hopeit.benchmarks;

import io.hopeit.Steps;
import io.hopeit.StreamEvent;

/** An event with three steps that do nothing, which hand on what they get. */
@StreamEvent(value = "stepwise", read = "orders")
@Steps({"check", "price", "store"})
class Stepwise {
    /** Each step has a type of its own. */
    record Checked(Order order) {}

    /** What the last one gets. */
    record Priced(Order order) {}

    Checked check(Order order) {
        return new Checked(order);
    }

    Priced price(Checked checked) {
        return new Priced(checked.order());
    }

    void store(Priced priced) {}
}
