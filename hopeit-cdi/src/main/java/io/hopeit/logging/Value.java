package io.hopeit.logging;

import io.hopeit.spi.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of an extra or a track id, as logs show it: floats with three decimals, times in ISO-8601, secrets masked.
 *
 * @param plain a text, a number, a boolean, null, or a list or map of such
 */
record Value(@Nullable Object plain) {
    private static final int DEEPEST = 8;
    private static final int DECIMALS = 3;

    static Value of(String key, @Nullable Object value) {
        return new Value(member(key, value, DEEPEST));
    }

    String text() {
        return plain instanceof Map || plain instanceof Collection ? JsonText.of(plain) : String.valueOf(plain);
    }

    private static @Nullable Object member(String key, @Nullable Object value, int depth) {
        if (Secrets.isSecret(key)) {
            return Secrets.MASK;
        }
        try {
            return plain(value, depth);
        } catch (RuntimeException e) { // of a method of the application's: no reason to lose the line
            return "(not shown: %s)".formatted(e.getClass().getName());
        }
    }

    private static @Nullable Object plain(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> null;
            case Double number -> decimals(number);
            case Float number -> decimals(number.doubleValue());
            case Byte number -> number;
            case Short number -> number;
            case Integer number -> number;
            case Long number -> number;
            case BigInteger number -> number;
            case BigDecimal number -> number;
            case Boolean truth -> truth;
            case Instant time -> Timestamps.iso(time);
            case OffsetDateTime time -> Timestamps.iso(time.toInstant());
            case ZonedDateTime time -> Timestamps.iso(time.toInstant());
            case Optional<?> optional -> plain(optional.orElse(null), depth);
            case Map<?, ?> map -> depth == 0 ? "..." : map(map, depth - 1);
            case Collection<?> list -> depth == 0 ? "..." : list(list, depth - 1);
            case Object[] array -> plain(Arrays.asList(array), depth);
            default -> Secrets.withoutUserInfo(value.toString());
        };
    }

    private static Object decimals(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_EVEN)
                : Double.toString(number);
    }

    private static Object map(Map<?, ?> map, int depth) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), member(String.valueOf(key), value, depth)));
        return plain;
    }

    private static Object list(Collection<?> list, int depth) {
        return list.stream().map(element -> plain(element, depth)).toList();
    }
}
