package io.hopeit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs an event once when the application starts, before it serves requests, reads streams or runs services. When it fails,
 * the application does not start.
 *
 * <p>Setup events run one after the other; those of a plugin run for each application that uses it.
 *
 * {@snippet :
 * @SetupEvent(order = 10)
 * public class MakeTables {
 *     void make(Tables tables) {
 *         tables.createIfAbsent();
 *     }
 * }
 * }
 */
@Stereotype
@ApplicationScoped
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SetupEvent {
    /** The event's name, in parts joined by dots; by default the name of the class: {@code create_folders}. */
    String value() default "";

    /** Lower ones run first, equal ones in the order of their names; default 0. */
    int order() default 0;
}
