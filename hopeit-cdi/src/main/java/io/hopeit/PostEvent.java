package io.hopeit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs an event for each POST request. The first step's payload is read from the body, which is JSON.
 *
 * <p>The class becomes an {@link ApplicationScoped} bean, unless it says otherwise, and a JAX-RS resource at {@code
 * /api/<app>/<version>/<name>}, where the dots of a name are slashes.
 *
 * {@snippet :
 * @PostEvent("orders.place")
 * public class PlaceOrder {
 *     Order place(@Valid Order order, Orders orders) {
 *         return orders.add(order);
 *     }
 * }
 * }
 */
@Stereotype
@ApplicationScoped
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PostEvent {
    /** The event's name, in parts joined by dots; by default the name of the class: {@code save_something}. */
    String value() default "";

    /**
     * Another route than the one that follows from the name, with {@code {name}} for a path parameter. It is relative
     * to {@code /api/<app>/<version>/}, unless it begins with a slash.
     */
    String route() default "";

    /** One line that says what it does, for the OpenAPI document. */
    String summary() default "";

    /** More of what it does, for the OpenAPI document; Markdown. */
    String description() default "";
}
