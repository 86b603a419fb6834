package io.hopeit.auth;

import org.jspecify.annotations.Nullable;

/** A key cannot be read or made; the message says why and what to do, and nothing of the key. */
final class KeyException extends Exception {
    private static final long serialVersionUID = 1;

    private final String setting;

    /** The setting names the file: {@code private-key}. */
    KeyException(String setting, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
