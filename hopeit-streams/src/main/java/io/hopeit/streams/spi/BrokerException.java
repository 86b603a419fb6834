package io.hopeit.streams.spi;

import org.jspecify.annotations.Nullable;

/** A broker cannot be reached, does not answer in time, or refuses; the message says what was wanted, where and why. */
public class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message that is fit for logs: it holds no credentials. */
    public BrokerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
