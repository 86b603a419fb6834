package io.hopeit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Configuration for a test class or one of its methods, which wins over all other sources; the method's over the class's.
 *
 * {@snippet :
 * @Test
 * @WithConfig("hopeit.event.place-order.timeout=PT1S")
 * void anOrderIsNotWaitedForForever(TestApp app) {
 * }
 * }
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface WithConfig {
    /**
     * Lines of {@code key=value}; an empty value takes away what others say. A line without {@code =}, a {@code hopeit.} key
     * that nothing reads, and a value that is none for its key, are errors at the start.
     */
    String[] value();
}
