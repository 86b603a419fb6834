package io.hopeit.jaxrs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a parameter of a generated resource: it is the payload, which {@link PayloadReader} reads. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface EventBody {
    /** The event's name. */
    String value();
}
