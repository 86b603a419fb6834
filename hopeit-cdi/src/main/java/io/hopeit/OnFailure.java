package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What becomes of a message of a stream when a step fails with it; without this annotation, all is as by default here. It
 * is for a {@link StreamEvent}, and for any event with {@code SHUFFLE}, whose later stages read streams.
 *
 * {@snippet :
 * @StreamEvent(read = "orders")
 * @OnFailure(maxDeliveries = 10, backoff = "PT0.5S", abortOn = IllegalArgumentException.class)
 * public class ShipOrder {
 *     void ship(Order order, Carrier carrier) { carrier.ship(order); }
 * }
 * }
 *
 * <p>{@code hopeit.stream.<name>.*} and {@code hopeit.stream-defaults.*} win over what is said here.
 *
 * <p>A step fails when it throws anything, or when the event takes longer than its timeout. It is no failure, and does not
 * count, that a result could not be published ({@link StreamUnavailableException}), or that the instance stops: the message
 * is then tried again until it can be. A message that cannot be read is never tried again, but a dead letter at once.
 *
 * <p>One whose process dies is delivered again and counted. When that has happened {@link #maxDeliveries()} times in a row,
 * it becomes a dead letter without another try.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnFailure {
    /**
     * How often a message is delivered at most, the first time included; at least 1, by default 5. With 1, a message that was read by a
     * process that died is a dead letter, begun or not. Key {@code max-deliveries}.
     */
    int maxDeliveries() default 5;

    /**
     * The pause before the second delivery, which doubles each time; a duration in ISO-8601, zero for none, by default
     * a second. Each is between
     * half and all of that at random. A message that waits takes no room in an instance, except with an {@link Order}. Key
     * {@code backoff}.
     */
    String backoff() default "PT1S";

    /**
     * The longest such pause, not shorter than {@link #backoff()}; a duration in ISO-8601, by default a minute. Key {@code
     * max-backoff}.
     */
    String maxBackoff() default "PT1M";

    /** After what a message is tried again: these, and those that extend them; by default all. Key {@code retry-on}. */
    Class<? extends Throwable>[] retryOn() default {Throwable.class};

    /**
     * After what it is not, whatever {@link #retryOn()} says: these, and those that extend them; by default none. Key {@code
     * abort-on}.
     */
    Class<? extends Throwable>[] abortOn() default {};

    /**
     * Whether a message that is not tried again is kept as a dead letter, until somebody puts it back or deletes it; else it
     * is dropped, with a line in the log; by default it is kept. Key {@code dead-letter}.
     */
    boolean deadLetter() default true;
}
