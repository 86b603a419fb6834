package io.hopeit.streams.redis;

import io.lettuce.core.RedisException;

/** A command has not left this process, so surely nothing was done. */
final class NotSentException extends RedisException {
    private static final long serialVersionUID = 1;

    NotSentException(Throwable cause) {
        super(cause);
    }

    NotSentException(String message) {
        super(message);
    }
}
