package io.hopeit.jaxrs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests against the constraints that steps have on their payload and parameters. Servers would do it, too, but
 * not all of them see constraints on the elements of a list. Where there is no Bean Validation nothing is checked.
 */
@ApplicationScoped
class RequestValidation {
    private static final ClassValue<Method> CONSTRAINED = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> type.isAnnotationPresent(EventRoute.class))
                    .filter(method -> method.getName().equals(ResourceGenerator.CONSTRAINED))
                    .findFirst()
                    // a container's subclass of the generated class
                    .orElseGet(() -> CONSTRAINED.get(type.getSuperclass()));
        }
    };

    @Inject
    Instance<Validator> validators;

    void check(EventResource resource, @Nullable Object[] values) {
        if (!validators.isResolvable()) {
            return;
        }
        var violations = validators
                .get()
                .forExecutables()
                .validateParameters(resource, CONSTRAINED.get(resource.getClass()), values);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
