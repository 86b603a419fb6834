package io.hopeit.guide.shop;

import io.hopeit.WriteStream;
import io.hopeit.streams.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sends orders from code that is no event. */
@ApplicationScoped
class OrderImport {
    @Inject
    @WriteStream("orders")
    Publisher<Order> orders;

    void send(Order order, List<Order> all) {
        orders.publish(order); // returns when Redis has it
        orders.publishAll(all); // in this order, without waiting between them
    }
}
