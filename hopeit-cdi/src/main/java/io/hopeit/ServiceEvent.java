package io.hopeit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs an event for each value that its {@link Service} method makes, for as long as the application runs.
 *
 * <p>The values go through the steps one after the other, each as a run of its own: within the event's timeout, with an
 * operation id of its own and the request id of the service. One that fails is logged, and the next one is taken. A
 * service whose method throws or whose values come to an end is started again: after a tenth
 * of a second when its values have ended, after a growing pause when it has failed again and again. It is seen as {@code
 * FAILED} meanwhile.
 *
 * {@snippet :
 * @ServiceEvent("prices.poll")
 * public class PollPrices {
 *     @Service
 *     Stream<Price> poll(ServiceLoop loop, PriceList list) {
 *         return Stream.generate(list::latest).takeWhile(price -> loop.pause(Duration.ofSeconds(10)));
 *     }
 *
 *     void keep(Price price, Prices prices) {
 *         prices.put(price);
 *     }
 * }
 * }
 */
@Stereotype
@ApplicationScoped
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServiceEvent {
    /** The event's name, in parts joined by dots; by default the name of the class: {@code something_generator}. */
    String value() default "";
}
