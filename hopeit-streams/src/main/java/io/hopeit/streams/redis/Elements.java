package io.hopeit.streams.redis;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The elements of answers in the protocol of Redis (RESP 2 and 3), one after another, as far as they have arrived as a
 * whole. What holds others is an element of its own, before those that it holds.
 */
final class Elements {
    private static final int END = 2; // \r\n
    private static final int NIL = -1;

    private final ByteBuffer bytes;
    /** Another look at them, which is moved from one value to the next. */
    private final ByteBuffer value;

    private final int start;
    private final int limit;
    /** Where the next one begins. */
    private int place;

    private byte kind;
    private int count;
    private int from;
    private int to;

    /** Of what is between position and limit. */
    Elements(ByteBuffer bytes) {
        this.bytes = bytes;
        this.value = bytes.duplicate();
        this.start = bytes.position();
        this.limit = bytes.limit();
        this.place = start;
    }

    /**
     * Goes on to the next one; false, and everything stays as it is, when that is not there as a whole.
     *
     * @throws IllegalStateException when what comes is not in the protocol
     */
    boolean next() {
        if (place == limit) {
            return false;
        }
        byte first = bytes.get(place);
        boolean isCounted = isCounted(first);
        if (!isCounted && !isLine(first)) {
            throw notInProtocol("no element begins with the byte " + first);
        }
        int end = endOfLine();
        if (end < 0) {
            return false;
        }
        if (!isCounted) {
            found(first, 0, place + 1, end - END, end);
            return true;
        }
        int number = number(place + 1, end - END);
        if (!isText(first) || number < 0) {
            found(first, number, end, end, end);
            return true;
        }
        if (number > limit - end - END) {
            return false;
        }
        found(first, number, end, end + number, end + number + END);
        return true;
    }

    private void found(byte kind, int count, int from, int to, int next) {
        this.kind = kind;
        this.count = count;
        this.from = from;
        this.to = to;
        this.place = next;
    }

    private static boolean isLine(byte kind) {
        return kind == '+' || kind == '-' || kind == ':' || kind == '_' || kind == ',' || kind == '#' || kind == '(';
    }

    private static boolean isCounted(byte kind) {
        return isText(kind) || kind == '*' || kind == '%' || kind == '~' || kind == '>';
    }

    private static boolean isText(byte kind) {
        return kind == '$' || kind == '=' || kind == '!';
    }

    /** Behind the line that begins here; -1 when it has no end yet. */
    private int endOfLine() {
        for (int i = place; i < limit; i++) {
            if (bytes.get(i) == '\n') {
                if (i - place < END || bytes.get(i - 1) != '\r') {
                    throw notInProtocol("a line has no end");
                }
                return i + 1;
            }
        }
        return -1;
    }

    private int number(int begin, int end) {
        boolean isNil = end - begin == 2 && bytes.get(begin) == '-' && bytes.get(begin + 1) == '1';
        long number = 0;
        for (int i = begin; i < end && !isNil && number <= Integer.MAX_VALUE; i++) {
            int digit = bytes.get(i) - '0';
            number = digit < 0 || digit > 9 ? Long.MAX_VALUE : 10 * number + digit;
        }
        if (begin == end || number > Integer.MAX_VALUE) {
            throw notInProtocol("a length is no number");
        }
        return isNil ? NIL : (int) number;
    }

    private static IllegalStateException notInProtocol(String reason) {
        return new IllegalStateException("the answer is not in the protocol of Redis: " + reason);
    }

    /** What it is: {@code $} for a text, {@code *} for a list, {@code %} for a map, … */
    byte kind() {
        return kind;
    }

    /** How many it holds, or how long it is; negative for nil. */
    int count() {
        return count;
    }

    /** How many of those that follow belong to it. */
    long inside() {
        long held = isText(kind) ? 0 : Math.max(0, count);
        return kind == '%' ? 2 * held : held;
    }

    /** What it says, null for nil: a view that the next call moves on. */
    @Nullable
    ByteBuffer value() {
        return count < 0 || kind == '_' ? null : value.limit(to).position(from);
    }

    /** Bytes of all so far. */
    int length() {
        return place - start;
    }
}
