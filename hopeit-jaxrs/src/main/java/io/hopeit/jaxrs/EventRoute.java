package io.hopeit.jaxrs;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a generated resource: which event it is. A filter with it applies to the resources of events and no others.
 *
 * {@snippet :
 * @EventRoute
 * class OfEventsOnly implements ContainerRequestFilter {
 *     @Override
 *     public void filter(ContainerRequestContext request) {
 *         request.setProperty("isEvent", true);
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
@NameBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventRoute {
    /** The event's name; of no meaning on a filter. */
    String value() default "";
}
