package io.hopeit.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.function.IntPredicate;

/**
 * Keeps one event on one line, and its parts apart: {@code |}, {@code %} and all that is not printable become the
 * percent-encoded bytes of their UTF-8, in keys and values also {@code =}. Decoding each part gives it back as it was.
 */
final class PercentEncoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase().withPrefix("%");

    private PercentEncoding() {}

    /** Free text. */
    static String message(String text) {
        return encode(text, PercentEncoding::inMessage);
    }

    /** A key or a value. */
    static String field(String text) {
        return encode(text, c -> inMessage(c) && c != '=');
    }

    /** A part that ends at a space. */
    static String word(String text) {
        return encode(text, c -> inMessage(c) && c != ' ');
    }

    /** All but letters and digits of ASCII and {@code - . _ ~ /}: what Python's {@code quote} does. */
    static String all(String text) {
        return encode(text, c -> isAsciiLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean inMessage(int c) {
        return c != '|' && c != '%' && isPrintable(c);
    }

    /** Neither a control nor invisible: of all that separates words and lines, the space alone. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    private static String encode(String text, IntPredicate kept) {
        if (text.codePoints().allMatch(kept)) {
            return text;
        }
        var out = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(c -> {
            if (kept.test(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(HEX.formatHex(Character.toString(c).getBytes(UTF_8)));
            }
        });
        return out.toString();
    }
}
