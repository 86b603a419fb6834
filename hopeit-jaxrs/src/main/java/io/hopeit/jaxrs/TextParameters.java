package io.hopeit.jaxrs;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parameters of events from text, so that a wrong one is a 400 that names it, on every server.
 *
 * {@snippet lang="text" :
 * GET /api/shop/1x0/orders/list?limit=many HTTP/1.1
 *
 * HTTP/1.1 400 Bad Request
 * Content-Type: application/json
 *
 * {
 *   "type": "about:blank",
 *   "title": "Bad Request",
 *   "status": 400,
 *   "detail": "limit must be a whole number",
 *   "msg": "limit must be a whole number",
 *   "errors": [{"field": "limit", "message": "must be a whole number"}]
 * }
 * }
 *
 * @hidden applications have no use for it
 */
@Provider
@Dependent
public class TextParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // JAX-RS: null means that another provider is asked
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(EventParameter.class::isInstance)
                .findFirst()
                .flatMap(annotation -> TextValue.of(type).map(value ->
                        (ParamConverter<T>) new Converter(((EventParameter) annotation).value(), type, value)))
                .orElse(null);
    }

    /** The value of this type that the text of a part of the request stands for; 400 if it is none. */
    static Object parse(String name, Class<?> type, String text) {
        return parse(name, type, TextValue.of(type).orElseThrow(), text);
    }

    private static Object parse(String name, Class<?> type, TextValue value, String text) {
        try {
            return value.parse(text);
        } catch (IllegalArgumentException e) {
            throw RequestException.badRequest(name, "must be " + TextValue.expected(type));
        }
    }

    private record Converter(String name, Class<?> type, TextValue value) implements ParamConverter<Object> {
        @Override
        @SuppressWarnings("NullAway") // JAX-RS: null stands for an absent parameter
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            return TextParameters.parse(name, type, value, text);
        }

        @Override
        public String toString(Object object) {
            return object.toString();
        }
    }
}
