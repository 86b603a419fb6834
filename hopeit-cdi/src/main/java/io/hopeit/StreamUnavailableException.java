package io.hopeit;

/**
 * A stream could not be written: the server that holds it is down, does not answer in time, or refuses. An event that
 * fails with it answers 503 with {@code Retry-After}.
 *
 * <p>When the server did not answer in time, the message may have been stored all the same.
 */
public class StreamUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what was being done, and what stopped it. */
    public StreamUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
