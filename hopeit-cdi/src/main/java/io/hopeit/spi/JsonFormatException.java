package io.hopeit.spi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is malformed or not of the wanted type. Its message is fit for the client: no class names, no source.
 *
 * {@snippet :
 * Order read(Json json, byte[] bytes) {
 *     try {
 *         return (Order) json.read(bytes, Order.class);
 *     } catch (JsonFormatException e) {
 *         throw new BadRequestException(e.field() + " " + e.getMessage());
 *     }
 * }
 * }
 */
public class JsonFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    /** With the path to the member that is wrong, empty for the whole, and what is wrong with it. */
    public JsonFormatException(String field, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.field = field;
    }

    /** The path to the member that is wrong, {@code items[0].name}; empty for the whole. */
    public String field() {
        return field;
    }

    /** What went wrong: usually the client's JSON, but maybe a type that JSON cannot be read into. */
    static RuntimeException of(JacksonException e) {
        return switch (e) {
            case InvalidDefinitionException d -> new IllegalStateException("cannot read " + d.getType(), e);
            case InputCoercionException c -> new JsonFormatException("", "must be " + describe(c.getTargetType()), e);
            case JsonParseException p -> new JsonFormatException("", malformed(p) + at(p.getLocation()), e);
            case StreamConstraintsException s ->
                new JsonFormatException("", "is too deep, too large or has too long a number" + at(s.getLocation()), e);
            case MismatchedInputException m
            when says(m, "Trailing token") ->
                new JsonFormatException("", "has more after its end" + at(m.getLocation()), e);
            case MismatchedInputException m -> new JsonFormatException(path(m), expected(m), e);
            case JsonMappingException m
            when m.getCause() instanceof InputCoercionException c ->
                new JsonFormatException(path(m), "must be " + describe(c.getTargetType()), e);
            case JsonMappingException m when m.getCause() instanceof StreamConstraintsException s -> of(s);
            case JsonMappingException m when m.getCause() instanceof JsonParseException p -> of(p);
            case JsonMappingException m -> new JsonFormatException(path(m), "is not valid", e);
            default -> new JsonFormatException("", "is not JSON", e);
        };
    }

    private static String malformed(JsonParseException e) {
        return says(e, "Duplicate field") ? "has a member twice" : "is not JSON";
    }

    /** Jackson has no class of its own for these. */
    private static boolean says(JacksonException e, String beginning) {
        return e.getOriginalMessage() != null && e.getOriginalMessage().startsWith(beginning);
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String expected(MismatchedInputException e) {
        if (e instanceof InvalidNullException || says(e, "Cannot map `null`")) {
            return "is required";
        }
        var type = e.getTargetType();
        return type == null ? "is not valid" : "must be " + describe(type);
    }

    private static String describe(Class<?> type) {
        var boxed = Types.boxed(type);
        if (boxed.isEnum()) {
            return Arrays.stream(boxed.getEnumConstants())
                    .map(constant -> written((Enum<?>) constant))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (List.of(Integer.class, Long.class, Short.class, Byte.class, BigInteger.class)
                .contains(boxed)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "a number";
        }
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (boxed.getPackageName().equals("java.time")) {
            return Temporal.class.isAssignableFrom(boxed) ? "a date or time in ISO-8601" : "in ISO-8601";
        }
        if (boxed == UUID.class) {
            return "a UUID";
        }
        if (Collection.class.isAssignableFrom(boxed) || boxed.isArray()) {
            return "a list";
        }
        return CharSequence.class.isAssignableFrom(boxed) ? "a text" : describeObject(boxed);
    }

    /** Its name, unless it is annotated with another one. */
    private static String written(Enum<?> constant) {
        try {
            var property =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null || property.value().isEmpty() ? constant.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e); // each constant has one
        }
    }

    private static String describeObject(Class<?> type) {
        boolean structure = type.isRecord() || Map.class.isAssignableFrom(type);
        return structure ? "an object" : "of the documented type";
    }
}
