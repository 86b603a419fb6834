package io.hopeit.streams;

import java.io.IOException;

/** An entry is no message, for a reason that is fit for logs. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    Unreadable(String text, Object... args) {
        super(text.formatted(args));
    }

    /** It is the entry's fault, not that of a line of code. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
