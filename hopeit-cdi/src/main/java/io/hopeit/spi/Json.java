package io.hopeit.spi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON of a deployment: requests, responses and stream messages read and write payloads alike. Thread-safe.
 *
 * <p>Nulls are written, times are ISO-8601 in UTC, unknown members are ignored; a duplicate member, text after the
 * value, a number for a text or a time and a fraction for a whole number are refused. To change it, write a bean that extends
 * this class and is an {@code @Alternative} with a {@code @Priority}.
 *
 * {@snippet :
 * @Alternative
 * @Priority(Interceptor.Priority.APPLICATION)
 * @ApplicationScoped
 * public class SnakeCaseJson extends Json {
 *     public SnakeCaseJson() {
 *         super(defaults().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build());
 *     }
 * }
 * }
 */
@Part
public class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 256;
    private static final long MAX_TOKENS = 1_000_000;

    private final ObjectMapper mapper;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Written, ObjectWriter> writers = new ConcurrentHashMap<>();

    /** A generic type, and the class of a value that is declared as it. */
    private record Written(Type declared, Class<?> type) {}

    /** With the mapper that {@link #defaults()} describes. */
    public Json() {
        this(defaults().build());
    }

    /** With a mapper of one's own. */
    protected Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The settings to start from. */
    protected static JsonMapper.Builder defaults() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .maxTokenCount(MAX_TOKENS)
                .build();
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .recyclerPool(
                                JsonRecyclerPools.newConcurrentDequePool()) // by thread, virtual ones would have none
                        .build())
                .addModules(new Jdk8Module(), new JavaTimeModule(), new WholeNumbers(), new TextTimes())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** The mapper behind it, for those who need to know how types are read; do not change it. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /**
     * A value as JSON in UTF-8; null is {@code null}.
     *
     * @throws IllegalArgumentException when it cannot be JSON, as it contains itself for example
     */
    public byte[] write(@Nullable Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw unwritten(e);
        }
    }

    /**
     * A value as JSON in UTF-8, where it is declared as this type: what is in a {@code List<Pet>} says which pet it is, as
     * a member of that type does. A type without type arguments, or that it is not of, changes nothing.
     *
     * @throws IllegalArgumentException when it cannot be JSON
     */
    public byte[] write(@Nullable Object value, Type declared) {
        if (value == null
                || !(declared instanceof ParameterizedType)
                || !Types.raw(declared).isInstance(value)) {
            return write(value);
        }
        try {
            return writer(new Written(declared, value.getClass())).writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw unwritten(e);
        }
    }

    private static IllegalArgumentException unwritten(JacksonException e) {
        return new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }

    /**
     * The value of this type that JSON in UTF-8 says; null for {@code null}.
     *
     * @throws JsonFormatException when it is no JSON, or not of this type
     */
    public @Nullable Object read(byte[] json, Type type) {
        try {
            return reader(type).readValue(json);
        } catch (JacksonException e) {
            throw JsonFormatException.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the class of the value, as the type itself may have none of its members. */
    private ObjectWriter writer(Written written) {
        var known = writers.get(written);
        return known != null
                ? known
                : writers.computeIfAbsent(
                        written,
                        w -> mapper.writerFor(mapper.getTypeFactory()
                                .constructSpecializedType(mapper.constructType(w.declared()), w.type(), true)));
    }

    private ObjectReader reader(Type type) {
        var known = readers.get(type); // computing may lock, even when there is nothing to compute
        return known != null ? known : readers.computeIfAbsent(type, t -> mapper.readerFor(mapper.constructType(t)));
    }
}
