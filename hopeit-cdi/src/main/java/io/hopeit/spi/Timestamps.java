package io.hopeit.spi;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as hopeit.engine writes them in headers and messages: {@code 2026-11-21T05:16:15.870931+00:00}. */
public final class Timestamps {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final int LENGTH = 32;
    private static final int MAX_YEAR = 9999;

    private Timestamps() {}

    /** The present moment, in whole microseconds: more would be lost in a message. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** In UTC; six digits of a second, or none when they are all zero. */
    public static String iso(Instant time) {
        var utc = time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        if (utc.getNano() == 0) {
            return SECONDS.format(utc);
        }
        return utc.getYear() < 0 || utc.getYear() > MAX_YEAR ? MICROS.format(utc) : micros(utc);
    }

    /** What the formatter does, in a third of its time: each request and message has such a text. */
    private static String micros(OffsetDateTime utc) {
        var text = new StringBuilder(LENGTH);
        add(text, utc.getYear(), 1000).append('-');
        add(text, utc.getMonthValue(), 10).append('-');
        add(text, utc.getDayOfMonth(), 10).append('T');
        add(text, utc.getHour(), 10).append(':');
        add(text, utc.getMinute(), 10).append(':');
        add(text, utc.getSecond(), 10).append('.');
        return add(text, utc.getNano() / 1000, 100_000).append("+00:00").toString();
    }

    private static StringBuilder add(StringBuilder text, int number, int power) {
        for (int p = power; p > 0; p /= 10) {
            text.append((char) ('0' + number / p % 10));
        }
        return text;
    }
}
