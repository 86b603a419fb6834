package io.hopeit.spi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** hopeit's whole numbers: {@code 42.0} is 42 and {@code true} is 1, but {@code 42.5} is refused and not cut off. */
final class WholeNumbers extends SimpleModule {
    private static final long serialVersionUID = 1;

    WholeNumbers() {
        super("hopeit whole numbers");
        LongFunction<Integer> toInteger = Math::toIntExact;
        LongFunction<Long> toLong = Long::valueOf;
        addDeserializer(int.class, new WholeNumber<>(int.class, toInteger));
        addDeserializer(Integer.class, new WholeNumber<>(Integer.class, toInteger));
        addDeserializer(long.class, new WholeNumber<>(long.class, toLong));
        addDeserializer(Long.class, new WholeNumber<>(Long.class, toLong));
        addDeserializer(short.class, new WholeNumber<>(short.class, WholeNumbers::toShort));
        addDeserializer(Short.class, new WholeNumber<>(Short.class, WholeNumbers::toShort));
        addDeserializer(byte.class, new WholeNumber<>(byte.class, WholeNumbers::toByte));
        addDeserializer(Byte.class, new WholeNumber<>(Byte.class, WholeNumbers::toByte));
        addDeserializer(BigInteger.class, new WholeNumber<>(BigInteger.class, BigInteger::valueOf));
    }

    private static Short toShort(long number) {
        checkRange(number, Short.MIN_VALUE, Short.MAX_VALUE);
        return (short) number;
    }

    private static Byte toByte(long number) {
        checkRange(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
        return (byte) number;
    }

    private static void checkRange(long number, long min, long max) {
        if (number < min || number > max) {
            throw new ArithmeticException("out of range");
        }
    }

    private static final class WholeNumber<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;

        private final transient JsonDeserializer<?> standard;
        private final transient LongFunction<T> convert;

        WholeNumber(Class<T> type, LongFunction<T> convert) {
            super(type);
            this.standard = Objects.requireNonNull(NumberDeserializers.find(type, type.getName()));
            this.convert = convert;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_NUMBER_FLOAT -> exact(parser, context);
                case JsonToken t when t.isBoolean() -> convert.apply(t == JsonToken.VALUE_TRUE ? 1 : 0);
                default -> (T) standard.deserialize(parser, context);
            };
        }

        @SuppressWarnings("unchecked")
        private T exact(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return convert.apply(parser.getDecimalValue().longValueExact());
            } catch (ArithmeticException e) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
            return (T) standard.getNullValue(context);
        }
    }
}
