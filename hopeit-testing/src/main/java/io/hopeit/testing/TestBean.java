package io.hopeit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a field of a {@link HopeitTest}: what it holds is the bean of its type, instead of any other. It has to be set where
 * it is declared, and can be a fake, or a mock of any library. Qualifiers on the field are those of the bean.
 *
 * {@snippet :
 * @TestBean
 * Prices prices = article -> new Price(1);
 * }
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TestBean {}
