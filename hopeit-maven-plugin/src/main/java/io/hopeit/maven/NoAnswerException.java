package io.hopeit.maven;

import java.io.IOException;

/**
 * A server does not publish a document; it may do so a little later. It has no cause: Maven prints the messages of all
 * causes one after the other, and this one has said it.
 */
final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message);
    }
}
