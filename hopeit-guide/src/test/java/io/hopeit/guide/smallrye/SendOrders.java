package io.hopeit.guide.smallrye;

import io.hopeit.guide.shop.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Sends orders from code that is no method of a channel. */
@ApplicationScoped
public class SendOrders {
    @Inject
    @Channel("orders")
    Emitter<Order> orders;

    public CompletionStage<Void> send(Order order) {
        return orders.send(order);
    }
}
