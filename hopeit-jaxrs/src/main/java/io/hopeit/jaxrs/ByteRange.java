package io.hopeit.jaxrs;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A range that a client asks for.
 *
 * @param first the first byte, or empty for the last {@code last} bytes
 * @param last the last byte, or empty for all from the first on
 */
record ByteRange(OptionalLong first, OptionalLong last) {
    private static final Pattern SINGLE =
            Pattern.compile("bytes=[ \\t]*(\\d*)-(\\d*)[ \\t]*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 18;

    /** Empty for several ranges, for other units and for what is no range: all of these mean the whole file. */
    static Optional<ByteRange> parse(String header) {
        var matcher = SINGLE.matcher(header);
        return matcher.matches()
                ? Optional.of(new ByteRange(number(matcher.group(1)), number(matcher.group(2))))
                        .filter(ByteRange::isValid)
                : Optional.empty();
    }

    private static OptionalLong number(String digits) {
        if (digits.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(digits.length() > LONGEST ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    private boolean isValid() {
        return first.isPresent() ? last.orElse(Long.MAX_VALUE) >= first.getAsLong() : last.isPresent();
    }

    /** What it is of a file with so many bytes; empty if the file has none of it. */
    Optional<FileAnswer.Range> of(long size) {
        long from = first.orElseGet(() -> Math.max(0, size - last.orElse(0)));
        long to = first.isPresent() ? Math.min(last.orElse(Long.MAX_VALUE), size - 1) : size - 1;
        return from <= to ? Optional.of(new FileAnswer.Range(from, to)) : Optional.empty();
    }
}
