package io.hopeit;

import io.hopeit.config.AuthMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How requests of an event prove who sends them: in one of these ways. Configuration wins, {@code hopeit.event.<name>.auth};
 * where neither says anything {@code hopeit.app.auth} does, and an event that nobody has said anything about is open to
 * all, or closed with {@code hopeit.security.deny-by-default=true}.
 *
 * <p>{@code @RolesAllowed} on the class asks for a role as well.
 *
 * {@snippet :
 * @GetEvent("orders.all")
 * @Auth(AuthMethod.BEARER)
 * @RolesAllowed("clerk")
 * public class AllOrders {
 *     List<Order> all(Orders orders) {
 *         return orders.all();
 *     }
 * }
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Auth {
    /**
     * One of these is enough; they are tried in this order, {@code UNSECURED} last wherever it stands: who proves something
     * all the same is known to the event.
     */
    AuthMethod[] value();
}
