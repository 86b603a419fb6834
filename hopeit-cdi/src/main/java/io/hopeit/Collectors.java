package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Several {@link Collector}s of one event.
 *
 * {@snippet :
 * @PostEvent("orders.check")
 * @Steps({"about", "decide"})
 * @Collector(name = "about", gather = {"customer", "stock"})
 * @Collector(name = "decide", gather = {"risk", "price"})
 * class CheckOrder {}
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Collectors {
    /** Each of them. */
    Collector[] value();
}
