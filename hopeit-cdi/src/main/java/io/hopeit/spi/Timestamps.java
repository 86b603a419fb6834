package io.hopeit.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Times as hopeit.engine writes them in headers and messages: {@code 2026-11-21T05:16:15.870931+00:00}.
 *
 * {@snippet :
 * Timestamps.iso(Timestamps.now()); // 2026-11-21T05:16:15.870931+00:00
 * Timestamps.isDateTime("2026-11-21T05:16:15Z"); // true
 * }
 *
 * @hidden applications have no use for it
 */
public final class Timestamps {
    private static final byte[] SECONDS = "0000-00-00T00:00:00+00:00".getBytes(ISO_8859_1);
    private static final byte[] MICROS = "0000-00-00T00:00:00.000000+00:00".getBytes(ISO_8859_1);
    private static final DateTimeFormatter FAR_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter FAR_MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private static final int NANOS_OF_MICRO = 1000;
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /** The present moment, in whole microseconds: more would be lost in a message. */
    public static Instant now() {
        return inMicros(Instant.now());
    }

    /** That moment without what is less than a microsecond. */
    static Instant inMicros(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond(), (long) (time.getNano() / NANOS_OF_MICRO) * NANOS_OF_MICRO);
    }

    /** In UTC; six digits of a second, or none when they are all zero. */
    public static String iso(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        int micros = utc.getNano() / NANOS_OF_MICRO;
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            return (micros == 0 ? FAR_SECONDS : FAR_MICROS).format(utc);
        }
        var text = (micros == 0 ? SECONDS : MICROS).clone(); // a formatter takes ten times as long
        put(utc.getYear(), text, 4);
        put(utc.getMonthValue(), text, 7);
        put(utc.getDayOfMonth(), text, 10);
        put(utc.getHour(), text, 13);
        put(utc.getMinute(), text, 16);
        put(utc.getSecond(), text, 19);
        put(micros, text, 26);
        return new String(text, ISO_8859_1);
    }

    /** Whether this is a {@code date-time} of OpenAPI: a second, in any offset from UTC. */
    public static boolean isDateTime(String text) {
        try {
            DATE_TIME.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** A number instead of the zeros before that place. */
    private static void put(int number, byte[] text, int end) {
        int rest = number;
        for (int place = end - 1; rest > 0; place--) {
            text[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
