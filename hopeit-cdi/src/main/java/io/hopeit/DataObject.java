package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a payload type is called in stream messages, and where its id and time are. Two types of one name that an event may
 * read, a path that leads nowhere, and an empty alias are deployment errors.
 *
 * {@snippet :
 * @DataObject(value = "shop.Order", aliases = "model.Order", eventId = "id", eventTs = "placed.at")
 * public record Order(String id, Placed placed) {}
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DataObject {
    /** The type's name in messages, {@code model.Something}; by default the name of the class with its package. */
    String value() default "";

    /** Names that it has had before: messages with one of them are read as this type. It is written by its own name. By
     * default none. */
    String[] aliases() default {};

    /** The path to its id, in names joined by dots: {@code payload.id}; by default each message has a random id. */
    String eventId() default "";

    /**
     * The path to its time, in names joined by dots: {@code status.ts}; by default messages have none. It leads to an {@code
     * Instant}, {@code OffsetDateTime}, {@code ZonedDateTime} or {@code String}, or the deployment fails.
     */
    String eventTs() default "";
}
