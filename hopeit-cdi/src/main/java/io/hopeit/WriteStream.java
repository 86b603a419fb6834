package io.hopeit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an event: each of its results is published to a stream, and confirmed, before the event is done.
 *
 * <p>On an injection point: the {@code Publisher} of a stream, as in {@code @Inject @WriteStream("orders")
 * Publisher<Order> orders}. Another type there, or a {@code Publisher} of many ({@code List<Order>}), is a deployment error.
 *
 * {@snippet :
 * @PostEvent("orders.place")
 * @WriteStream(value = "orders", queues = "urgent")
 * public class PlaceOrder {
 *     PlacedOrder place(Order order) {
 *         return new PlacedOrder(order.id());
 *     }
 * }
 * }
 */
@Qualifier
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface WriteStream {
    /**
     * The stream's name, letters and digits joined by dots, dashes or underscores; its key in Redis is {@code
     * <app>.<version>.<name>}, or what configuration says. It is needed: without one, as by default, the deployment fails.
     */
    @Nonbinding
    String value() default "";

    /**
     * The queues that are written, each of them; by default the stream's own. None at all, or one of them twice, is a
     * deployment error.
     */
    @Nonbinding
    String[] queues() default {StreamEvent.AUTO};

    /** What becomes of the queue that the event's own message came from; by default it is forgotten. */
    @Nonbinding
    QueueStrategy strategy() default QueueStrategy.DROP;
}
