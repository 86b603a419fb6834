package io.hopeit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream could not be written: the server that holds it is down, does not answer in time, or refuses. An event that
 * fails with it answers 503 with {@code Retry-After}; one that reads a stream is tried again with its message, which does
 * not count as a failure. Of several messages that were to be published, others may be stored.
 *
 * <p>When the server did not answer in time, the message may have been stored all the same: then {@link #outcome} is
 * {@link Outcome#UNKNOWN}, and the answer says so.
 *
 * {@snippet :
 * try {
 *     orders.publish(order);
 * } catch (StreamUnavailableException e) {
 *     waiting.add(order, e.outcome() == StreamUnavailableException.Outcome.UNKNOWN);
 * }
 * }
 */
public class StreamUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Outcome outcome;
    private final @Nullable String eventId;

    /** What became of the message. */
    public enum Outcome {
        /** It has not been stored. */
        FAILED,
        /** It may have been stored; also when it is, but not by as many replicas as {@code replicas} wants. */
        UNKNOWN
    }

    /** With what was being done, and what stopped it before anything was stored. */
    public StreamUnavailableException(String message, Throwable cause) {
        this(message, cause, Outcome.FAILED, null);
    }

    /** The same; {@code eventId} is the id of the message, where there is one to tell. */
    public StreamUnavailableException(String message, Throwable cause, Outcome outcome, @Nullable String eventId) {
        super(message, cause);
        this.outcome = outcome;
        this.eventId = eventId;
    }

    /** What became of the message. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The id of the message. Where a stream is idempotent, one that is published again with the same id is not stored
     * twice.
     */
    public Optional<String> eventId() {
        return Optional.ofNullable(eventId);
    }
}
