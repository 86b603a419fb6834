package io.hopeit.spi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers are those that JSON has: {@code "NaN"} and {@code 1e400}, which would be infinite, are refused. */
final class FiniteNumbers extends SimpleModule {
    private static final long serialVersionUID = 1;

    FiniteNumbers() {
        super("hopeit finite numbers");
        addDeserializer(double.class, new Finite<>(double.class));
        addDeserializer(Double.class, new Finite<>(Double.class));
        addDeserializer(float.class, new Finite<>(float.class));
        addDeserializer(Float.class, new Finite<>(Float.class));
    }

    private static final class Finite<T extends Number> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;

        private final transient JsonDeserializer<?> standard;

        Finite(Class<T> type) {
            super(type);
            this.standard = Objects.requireNonNull(NumberDeserializers.find(type, type.getName()));
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var number = (T) standard.deserialize(parser, context);
            return number == null || Double.isFinite(number.doubleValue())
                    ? number
                    : (T) context.handleUnexpectedToken(handledType(), parser);
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
            return (T) standard.getNullValue(context);
        }
    }
}
