package io.hopeit.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;

/** Recognises JAX-RS parameter annotations without needing JAX-RS: stream events run where there is none. */
final class RequestAnnotations {
    private static final String JAXRS = "jakarta.ws.rs.";

    private RequestAnnotations() {}

    static Optional<Annotation> find(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().startsWith(JAXRS))
                .filter(annotation ->
                        !annotation.annotationType().getSimpleName().equals("DefaultValue"))
                .findFirst();
    }
}
