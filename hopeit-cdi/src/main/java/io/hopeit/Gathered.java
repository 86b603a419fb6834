package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter of a method in a {@link Collector}: what another of its methods has returned.
 *
 * {@snippet :
 * Quote best(@Gathered("cheap") Quote cheap, @Gathered("quick") Quote quick) {
 *     return cheap.orQuicker(quick);
 * }
 * }
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gathered {
    /** The name of that method. */
    String value();
}
