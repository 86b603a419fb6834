package io.hopeit;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The steps of an event, in order: its table of contents. An event with a single step method needs none.
 *
 * <p>The next step is the first one further on whose payload has the type of the value at hand; the steps between are
 * skipped. A value that no step takes any more is a result. A step that returns {@code Stream<T>} has many values, and
 * each goes its own way. A step that no value can reach, and a value that leaves by a {@link #SHUFFLE} and that no step after
 * it takes, are deployment errors.
 *
 * {@snippet :
 * @PostEvent("orders.place")
 * @Steps({"check", "price", Steps.SHUFFLE, "store"})
 * public class PlaceOrder {
 *     Order check(@Valid Order order) { return order; }
 *
 *     PricedOrder price(Order order, Prices prices) { return prices.of(order); }
 *
 *     void store(PricedOrder order, Orders orders) { orders.add(order); }
 * }
 * }
 */
@Stereotype // so that a class that has forgotten its trigger is seen, and reported
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Steps {
    /**
     * Between two names: values leave the event here. They go through a stream of the event's own, and the steps after it
     * run for each of them as an event of its own, {@code <event>$<step>}, here or in another instance.
     */
    String SHUFFLE = "SHUFFLE";

    /**
     * Names of methods of the class or of its {@link Collector}s, each once, and {@link #SHUFFLE}. A name that is not there, is
     * there twice, or is that of several methods, is a deployment error, as is no name at all. A step must not be private,
     * final or static.
     */
    String[] value();
}
