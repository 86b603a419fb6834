package io.hopeit.testing;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the events of a test: their steps do what {@link TestStep} says. */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Controlled {
    /** It has no members. */
    final class Literal extends AnnotationLiteral<Controlled> implements Controlled {
        private static final long serialVersionUID = 1;

        static final Literal INSTANCE = new Literal();
    }
}
