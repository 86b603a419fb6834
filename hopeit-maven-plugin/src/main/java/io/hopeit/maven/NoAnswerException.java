package io.hopeit.maven;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A server does not publish a document; it may do so a little later. */
final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
