package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts an event into a group that can be left out of a deployment: with {@code hopeit.enabled-groups} there are only the
 * events of the groups it lists, and those without a group. Configuration wins, {@code hopeit.event.<name>.group}.
 *
 * {@snippet :
 * @SetupEvent
 * @EventGroup("demo") // not there with hopeit.enabled-groups=main
 * public class LoadDemoData {
 *     void load(Orders orders) {
 *         orders.addDemo();
 *     }
 * }
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventGroup {
    /** The name of the group. */
    String value();
}
