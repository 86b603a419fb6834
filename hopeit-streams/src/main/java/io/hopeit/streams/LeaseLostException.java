package io.hopeit.streams;

/** The message of a run now belongs to another consumer, which does it again: this run must not publish anything more. */
final class LeaseLostException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LeaseLostException() {
        super("another consumer has taken over the message, and works on it");
    }
}
