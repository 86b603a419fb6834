package io.hopeit.jaxrs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a payload type: an event whose result is of it answers with this status instead of 200.
 *
 * {@snippet :
 * @ResponseStatus(404)
 * public record OrderNotFound(String id) implements FoundOrder {}
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ResponseStatus {
    /** The HTTP status: {@code 404}. */
    int value();

    /** What it means, for the OpenAPI document. */
    String description() default "";
}
