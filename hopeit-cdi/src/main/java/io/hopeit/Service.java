package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the method that makes the values of a {@link ServiceEvent}: without a payload, it returns a {@code Stream<T>} that
 * need not end, and can take a {@link ServiceLoop} to pause between values.
 *
 * {@snippet :
 * @Service
 * Stream<Reading> readings(ServiceLoop loop) {
 *     return Stream.generate(sensor::read).takeWhile(reading -> loop.pause(Duration.ofSeconds(1)));
 * }
 * }
 *
 * <p>On a method of a {@link StreamEvent} it makes values that go through the same steps as the messages do, in a service of
 * its own, {@code <event>$__service__}: a signal to flush what has gathered, for example.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {}
