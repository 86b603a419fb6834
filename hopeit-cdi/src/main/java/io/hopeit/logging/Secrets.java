package io.hopeit.logging;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is not for logs: values, told by their keys, and the user info of URIs. */
final class Secrets {
    static final String MASK = "***";

    private static final List<String> WORDS = List.of(
            "passw",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "credential",
            "authorization",
            "signing",
            "cookie",
            "apikey",
            "api_key");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#\\s]+@");

    private Secrets() {}

    /** The text without what its URIs say before an {@code @}: a user, a password. */
    static String withoutUserInfo(String text) {
        return text.contains("://") ? USER_INFO.matcher(text).replaceAll(MASK + "@") : text;
    }

    static boolean isSecret(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }
}
