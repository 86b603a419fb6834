package io.hopeit.spi;

import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For beans of the library that every run goes through: there is one of each, as with {@code @ApplicationScoped}, but
 * who is given it gets the object itself, and no proxy that looks for it at each call.
 *
 * {@snippet :
 * void addBeans(@Observes BeforeBeanDiscovery discovery) {
 *     discovery.addAnnotatedType(EventCounts.class, "counts").add(new Part.Literal());
 * }
 * }
 *
 * @hidden applications have no use for it
 */
@Stereotype
@Singleton
@SuppressWarnings("InjectScopeAnnotationOnInterfaceOrAbstractClass") // that is what a stereotype is for
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Part {
    /** For extensions. */
    final class Literal extends AnnotationLiteral<Part> implements Part {
        private static final long serialVersionUID = 1;
    }
}
