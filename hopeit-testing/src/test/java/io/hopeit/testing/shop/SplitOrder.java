package io.hopeit.testing.shop;

import static io.hopeit.Steps.SHUFFLE;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes an order of each piece, and prices them apart from each other. */
@PostEvent("orders.split")
@Steps({"split", SHUFFLE, "price"})
@WriteStream("orders.placed")
public class SplitOrder {
    Stream<Order> split(Order order) {
        return IntStream.range(0, order.pieces()).mapToObj(i -> new Order(order.id() + "-" + i, 1));
    }

    PricedOrder price(Order order, EventContext context) {
        return new PricedOrder(order.id(), 1, context.startedAt());
    }
}
