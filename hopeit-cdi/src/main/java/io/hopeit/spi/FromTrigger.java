package io.hopeit.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a type: a parameter of it is not injected but comes from what triggers the event.
 *
 * {@snippet :
 * @FromTrigger(FromTrigger.Place.PREPROCESS)
 * public final class Mail {
 *     public String subject() {
 *         return subject;
 *     }
 * }
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromTrigger {
    /** Where such parameters can be. */
    Place[] value();

    /** A kind of method. */
    enum Place {
        /** A {@code @Preprocess} method. */
        PREPROCESS,
        /** A {@code @Postprocess} method. */
        POSTPROCESS,
        /** A {@code @Service} method. */
        SERVICE
    }
}
