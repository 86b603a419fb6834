package io.hopeit.spi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a trace has come to, as W3C Trace Context says it: {@code 00-<trace id>-<span id>-<flags>}.
 *
 * {@snippet :
 * TraceParent.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").map(TraceParent::traceId);
 * }
 *
 * @param traceId 32 hexadecimal digits in lower case, not all zero
 * @param spanId 16 of them, not all zero
 * @param flags 2 of them; the last bit says that the trace is recorded
 */
public record TraceParent(String traceId, String spanId, String flags) {
    /** The name of the header, and of anything else that carries one. */
    public static final String NAME = "traceparent";

    private static final Pattern TEXT =
            Pattern.compile("00-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-([0-9a-f]{2})");

    /** @throws IllegalArgumentException when one of them is not as it has to be */
    public TraceParent {
        if (!matcher(text(traceId, spanId, flags)).matches()) {
            throw new IllegalArgumentException("no traceparent: " + text(traceId, spanId, flags));
        }
    }

    /** What a text says, if it is one of version 00; nothing is mended. */
    public static Optional<TraceParent> parse(@Nullable String text) {
        var matcher = matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new TraceParent(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    private static Matcher matcher(String text) {
        return TEXT.matcher(text);
    }

    private static String text(String traceId, String spanId, String flags) {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /** As a header has it. */
    @Override
    public String toString() {
        return text(traceId, spanId, flags);
    }
}
