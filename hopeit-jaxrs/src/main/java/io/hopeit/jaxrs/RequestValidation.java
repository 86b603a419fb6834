package io.hopeit.jaxrs;

import io.hopeit.spi.Part;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests against the constraints that steps have on their payload and parameters. Servers would do it, too, but
 * not all of them see constraints on the elements of a list. Where there is no Bean Validation nothing is checked.
 */
@Part
class RequestValidation {
    @Inject
    Instance<Validator> validators;

    private @Nullable Validator validator;

    /** The method of a generated class that has the constraints; empty when there is nothing to check. */
    private final ClassValue<Optional<Method>> constrained = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return type.isAnnotationPresent(EventRoute.class)
                    ? Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.getName().equals(ResourceGenerator.CONSTRAINED))
                            .filter(method -> isConstrained(type, method))
                            .findFirst()
                    // a container's subclass of the generated class
                    : computeValue(type.getSuperclass());
        }
    };

    @PostConstruct
    void find() {
        validator = validators.isResolvable() ? validators.get() : null;
    }

    private boolean isConstrained(Class<?> type, Method method) {
        return validator != null
                && validator
                                .getConstraintsForClass(type)
                                .getConstraintsForMethod(method.getName(), method.getParameterTypes())
                        != null;
    }

    void check(EventResource resource, EventCall call) {
        var method = constrained.get(resource.getClass());
        if (validator == null || method.isEmpty()) {
            return;
        }
        var violations = validator.forExecutables().validateParameters(resource, method.get(), call.checked());
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
