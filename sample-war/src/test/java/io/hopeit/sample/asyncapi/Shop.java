package io.hopeit.sample.asyncapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hopeit.DataObject;
import io.hopeit.OnFailure;
import io.hopeit.Order;
import io.hopeit.PostEvent;
import io.hopeit.QueueStrategy;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.streams.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events that do with streams what can be done with them. */
final class Shop {
    private Shop() {}

    /** What somebody wants. */
    @DataObject(value = "shop.Order", aliases = "shop.OldOrder", eventId = "id", eventTs = "at")
    public record Goods(
            @NotNull String id,
            @NotNull Customer customer,
            @Positive BigDecimal price,
            @Schema(example = "fragile") Optional<String> note,
            Optional<Customer> friend,
            Instant at) {}

    /** Who wants it. */
    public record Customer(String id, Optional<Level> level) {}

    /** How good a customer is. */
    public enum Level {
        NEW,
        GOLD
    }

    /** What becomes of it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(Bill.class), @JsonSubTypes.Type(Refusal.class)})
    public sealed interface Answer {}

    /** It is to be paid. */
    public record Bill(String id, long cents) implements Answer {}

    /** It is not sold. */
    public record Refusal(String id, String why) implements Answer {}

    /** What is to be remembered. */
    public record Note(String text) {}

    /** Two stages, of which the last publishes. */
    @PostEvent(value = "shop.place-order", summary = "Takes an order")
    @Steps({"check", Steps.SHUFFLE, "place"})
    @WriteStream(
            value = "shop.orders",
            queues = {"high", StreamEvent.AUTO})
    static class PlaceOrder {
        Goods check(Goods goods) {
            return goods;
        }

        Goods place(Goods goods) {
            return goods;
        }
    }

    /** Reads two queues, answers in the same, and publishes by itself. */
    @StreamEvent(
            value = "shop.bill-order",
            read = "shop.orders",
            queues = {"high", StreamEvent.AUTO},
            order = Order.KEY,
            key = "customer.id",
            concurrency = 7)
    @OnFailure(maxDeliveries = 3)
    @RolesAllowed("clerk")
    @WriteStream(value = "shop.answers", strategy = QueueStrategy.PROPAGATE)
    static class BillOrder {
        @Inject
        @WriteStream("shop.notes")
        Publisher<Note> notes;

        Answer bill(Goods goods) {
            notes.publish(new Note("billed"));
            return new Bill(goods.id(), 1);
        }
    }

    /** Has no dead letters. */
    @StreamEvent(value = "shop.read-note", read = "shop.notes")
    @OnFailure(deadLetter = false)
    static class ReadNote {
        void read(Note note) {}
    }
}
