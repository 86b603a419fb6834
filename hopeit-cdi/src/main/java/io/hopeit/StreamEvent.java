package io.hopeit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs an event for each message of a stream. A message is acknowledged after all steps have succeeded and all their
 * results are published; it is delivered at least once, so steps have to bear that part of their work has been done
 * before ({@link EventContext#deliveries()}).
 *
 * <p>The instances of an application share the messages. What one of them had read when it crashed or froze is taken over
 * by others after {@code hopeit.stream.<name>.claim-idle}, 30 s by default, however long a step may take; a stop
 * finishes what has been read, within {@code hopeit.streams.drain-timeout}, and gives back the rest. What becomes of a
 * message when a step fails is said by {@link OnFailure}.
 *
 * <p>The type of a message decides which step takes it, so the steps of one event may take several types. A first step that
 * takes no payload, or that asks for a part of a request, is a deployment error.
 *
 * {@snippet :
 * @StreamEvent(read = "orders", order = Order.KEY, key = "customer.id", concurrency = 20)
 * public class ShipOrder {
 *     void ship(PlacedOrder order, Carrier carrier) {
 *         carrier.ship(order.id());
 *     }
 * }
 * }
 */
@Stereotype
@ApplicationScoped
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamEvent {
    /** In {@link #queues()}: the stream's own queue, whose key has no suffix. */
    String AUTO = "AUTO";

    /** The event's name, in parts joined by dots; by default the name of the class: {@code process_events}. */
    String value() default "";

    /**
     * The stream's name, as events have one, or the deployment fails; its key in Redis is {@code <app>.<version>.<name>}, or
     * what configuration says.
     */
    String read();

    /**
     * The queues of the stream that are read, together; none of them has priority, and none holds up another. By default the
     * stream's own. None at all, or one of them twice, is a deployment error.
     */
    String[] queues() default {AUTO};

    /** The consumer group, which gets each message once more; by default {@code <app>.<version>.<event>}. */
    String group() default "";

    /** Which messages wait for others; by default none. Key {@code hopeit.stream.<name>.order}. */
    Order order() default Order.NONE;

    /**
     * For {@link Order#KEY}, and needed there: the path to the key in the payload, in names joined by dots, {@code
     * customer.id}. Every payload has it that no step before makes; those where it leads to null have the same key. Key
     * {@code hopeit.stream.<name>.order-key}.
     */
    String key() default "";

    /**
     * How many messages one instance works on at once, at least 1; by default 0: as configured, else 100. With {@link
     * Order#STREAM} it is one for each queue and shard instead. Key {@code hopeit.stream.<name>.concurrency}.
     */
    int concurrency() default 0;
}
