package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** Which passwords a request can send, as RFC 7617 writes them. */
final class Passwords {
    /** Of Base64; more is nobody's password, and would be work for nothing. */
    static final int MOST_BASE64 = 1024;
    /** In UTF-8, what fits into that with the shortest name and a colon. */
    private static final int MOST_BYTES = MOST_BASE64 / 4 * 3 - 2;

    private Passwords() {}

    /** RFC 7617 forbids them, in names as well. */
    static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** Why nobody could log in with it, and what to do; without the password. */
    static Optional<String> problem(String password) {
        int bytes = password.getBytes(UTF_8).length;
        if (password.isEmpty()) {
            return Optional.of("There is no password: type one, or write one line to the standard input.");
        }
        if (hasControls(password)) {
            return Optional.of("The password has a control character, such as a tab, which no login can send: "
                    + "choose one without.");
        }
        return bytes <= MOST_BYTES
                ? Optional.empty()
                : Optional.of(
                        "The password has %d bytes, and a login can send %d, its name included: choose a shorter one."
                                .formatted(bytes, MOST_BYTES + 1));
    }
}
