package io.hopeit.auth;

import java.util.regex.Pattern;

/** The name of a user as it may be in a line of a log, whoever has sent it. */
final class ShownName {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 64;

    private ShownName() {}

    /** At most 64 characters, with {@code ?} for those that control anything. */
    static String of(String name) {
        int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
        return UNSEEN.matcher(name.substring(0, end)).replaceAll("?");
    }
}
