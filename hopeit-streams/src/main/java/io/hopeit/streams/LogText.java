package io.hopeit.streams;

/** Text that somebody else has written, made fit for a line of a log. */
final class LogText {
    private static final int LONGEST = 300;

    private LogText() {}

    /** At most 300 characters, none of which begins a new line or controls a terminal. */
    static String clean(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST))
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "?");
    }
}
