package io.hopeit.streams;

import io.hopeit.DataObject;
import io.hopeit.EventContext;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.spi.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The application that the tests deploy parts of. */
final class Shop {
    private Shop() {}

    @DataObject(value = "shop.Order", eventId = "id")
    record Order(String id) {}

    sealed interface Payment {}

    record Card(String number) implements Payment {}

    record Cash(int amount) implements Payment {}

    /** Where the shop sends from. */
    @ApplicationScoped
    static class Counter {
        @Inject
        @WriteStream("orders")
        Publisher<Order> orders;

        @Inject
        @WriteStream(value = "orders", queues = "urgent")
        Publisher<Order> urgent;

        @Inject
        @WriteStream("payments")
        Publisher<Payment> payments;

        void order(String... ids) {
            for (String id : ids) {
                orders.publish(new Order(id));
            }
        }

        void orderMany(int count) {
            orders.publishAll(
                    IntStream.range(0, count).mapToObj(i -> new Order("o" + i)).toList());
        }

        void orderUrgently(String id) {
            urgent.publish(new Order(id));
        }

        void pay(Payment payment) {
            payments.publish(payment);
        }
    }

    /** What has happened, and what the tests hold up. */
    @ApplicationScoped
    static class Diary implements EventListener {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final BlockingQueue<EventContext> contexts = new LinkedBlockingQueue<>();
        private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        private final CountDownLatch hold = new CountDownLatch(1);
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();

        void note(String line) {
            lines.add(line);
        }

        void note(EventContext context) {
            contexts.add(context);
        }

        String next() throws InterruptedException {
            return lines.poll(20, TimeUnit.SECONDS);
        }

        EventContext nextContext() throws InterruptedException {
            return contexts.poll(20, TimeUnit.SECONDS);
        }

        Outcome nextOutcome() throws InterruptedException {
            return outcomes.poll(20, TimeUnit.SECONDS);
        }

        void hold() throws InterruptedException {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                hold.await();
            } finally {
                atOnce.decrementAndGet();
            }
        }

        void release() {
            hold.countDown();
        }

        int atOnce() {
            return atOnce.get();
        }

        int mostAtOnce() {
            return mostAtOnce.get();
        }

        @Override
        public void ended(Run run) {
            outcomes.add(run.outcome());
        }
    }

    @StreamEvent(
            read = "orders",
            queues = {StreamEvent.AUTO, "urgent"})
    static class TakeOrder {
        @Inject
        Diary diary;

        void take(Order order, EventContext context) {
            diary.note(context);
            if (order.id().startsWith("bad")) {
                throw new IllegalStateException("no " + order.id());
            }
            if (order.id().startsWith("worse")) {
                throw new AssertionError("no " + order.id());
            }
            diary.note(order.id());
        }
    }

    @StreamEvent(read = "orders")
    static class Hold {
        @Inject
        Diary diary;

        void hold(Order order) throws InterruptedException {
            diary.note("begin " + order.id());
            try {
                diary.hold();
            } catch (InterruptedException e) {
                diary.note("interrupted " + order.id());
                throw e;
            }
            diary.note("end " + order.id());
        }
    }

    @StreamEvent(read = "orders")
    @WriteStream("shipments")
    @Steps({"pack", "address"})
    static class Ship {
        @Inject
        Diary diary;

        Order pack(Order order, EventContext context) {
            diary.note(context);
            return order;
        }

        String address(Order order) {
            return order.id() + " to you";
        }
    }

    @StreamEvent(read = "orders")
    static class Forward {
        @Inject
        Diary diary;

        void forward(Order order, EventContext context, @WriteStream("shipments") Publisher<String> shipments) {
            diary.note(context);
            shipments.publish(order.id() + " forwarded");
        }
    }

    @StreamEvent(read = "shipments")
    static class Receive {
        @Inject
        Diary diary;

        void receive(String shipment, EventContext context) {
            diary.note(context);
            diary.note(shipment);
        }
    }

    @StreamEvent(read = "payments")
    @Steps({"card", "cash"})
    static class Pay {
        @Inject
        Diary diary;

        void card(Card card) {
            diary.note("card " + card.number());
        }

        void cash(Cash cash) {
            diary.note("cash " + cash.amount());
        }
    }

    @RequestScoped
    static class Basket {
        @Inject
        Diary diary;

        private final String id = UUID.randomUUID().toString();

        String id() {
            return id;
        }

        @PreDestroy
        void empty() {
            diary.note("emptied " + id);
        }
    }

    @StreamEvent(read = "orders")
    @Steps({"first", "second"})
    static class Fill {
        @Inject
        Diary diary;

        @Inject
        Basket basket;

        Order first(Order order) {
            diary.note("first " + basket.id());
            return order;
        }

        void second(Order order) {
            diary.note("second " + basket.id());
        }
    }
}
