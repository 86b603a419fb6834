package io.hopeit.guide.smallrye;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.guide.shop.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

/** What the guide shows of an emitter does what it is said to do. */
class SendOrdersTest {
    /** A channel that keeps what is sent. */
    private record Sent(List<Order> orders) implements Emitter<Order> {
        @Override
        public CompletionStage<Void> send(Order order) {
            orders.add(order);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public <M extends Message<? extends Order>> void send(M message) {
            orders.add(message.getPayload());
        }

        @Override
        public void complete() {}

        @Override
        public void error(Exception failure) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean hasRequests() {
            return true;
        }
    }

    @Test
    void anOrderIsSentToTheChannel() {
        var channel = new Sent(new ArrayList<>());
        var sender = new SendOrders();
        sender.orders = channel;

        sender.send(new Order("o1", 2)).toCompletableFuture().join();

        assertThat(channel.orders()).containsExactly(new Order("o1", 2));
    }
}
