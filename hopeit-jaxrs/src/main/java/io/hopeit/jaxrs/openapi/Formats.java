package io.hopeit.jaxrs.openapi;

import static java.util.Map.entry;

import io.hopeit.spi.Types;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What more is known of a text or number because of its Java type. */
final class Formats {
    private static final String DATE_TIME = "date-time";

    private static final Map<Class<?>, String> TEXTS = Map.ofEntries(
            entry(UUID.class, "uuid"),
            entry(URI.class, "uri"),
            entry(URL.class, "uri"),
            entry(Instant.class, DATE_TIME),
            entry(OffsetDateTime.class, DATE_TIME),
            entry(ZonedDateTime.class, DATE_TIME),
            entry(LocalDateTime.class, DATE_TIME),
            entry(Date.class, DATE_TIME),
            entry(Calendar.class, DATE_TIME),
            entry(LocalDate.class, "date"),
            entry(LocalTime.class, "time"),
            entry(OffsetTime.class, "time"),
            entry(Duration.class, "duration"),
            entry(Period.class, "duration"),
            entry(byte[].class, "byte"),
            entry(ByteBuffer.class, "byte"));

    private static final Map<Class<?>, String> INTEGERS = Map.of(
            Byte.class, "int32",
            Short.class, "int32",
            Integer.class, "int32",
            OptionalInt.class, "int32",
            Long.class, "int64",
            OptionalLong.class, "int64");

    private static final Map<Class<?>, String> NUMBERS =
            Map.of(Float.class, "float", Double.class, "double", OptionalDouble.class, "double");

    private Formats() {}

    /** The format of values of this type that are written as this kind. */
    static Optional<String> of(SchemaType kind, Class<?> type) {
        var formats =
                switch (kind) {
                    case STRING -> TEXTS;
                    case INTEGER -> INTEGERS;
                    case NUMBER -> NUMBERS;
                    default -> Map.<Class<?>, String>of();
                };
        return Optional.ofNullable(formats.get(Types.boxed(type)));
    }
}
