package io.hopeit.streams.spi;

import org.jspecify.annotations.Nullable;

/**
 * A broker cannot be reached, does not answer in time, or refuses; the message says what was wanted, where and why.
 *
 * {@snippet :
 * void append(Broker broker, Append append) throws InterruptedException, ExecutionException {
 *     try {
 *         broker.append(append).toCompletableFuture().get();
 *     } catch (ExecutionException e) {
 *         if (e.getCause() instanceof BrokerException failure && failure.kind() == BrokerException.Kind.PERMANENT) {
 *             tellSomebody(failure.getMessage());
 *         }
 *         throw e;
 *     }
 * }
 * }
 */
public class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of trouble it is, and so what helps. */
    public enum Kind {
        /** It will pass by itself: no connection, no answer, loading, a failover that goes on. */
        TRANSIENT(false),
        /** The server has become another's replica, or holds the key no more: to be reached anew. */
        TOPOLOGY(false),
        /** The stream or its group does not exist. */
        STATE(false),
        /** The server has no memory or no disk left for writes. */
        CAPACITY(false),
        /** A person has to do something: a wrong password, a right that is missing, a key of another type. */
        PERMANENT(true);

        private final boolean needsHelp;

        Kind(boolean needsHelp) {
            this.needsHelp = needsHelp;
        }

        /** Whether waiting alone does not help. */
        public boolean needsHelp() {
            return needsHelp;
        }
    }

    /** What kind of trouble it is. */
    private final Kind kind;
    /** Whether it may have been done. */
    private final boolean outcomeUnknown;

    /**
     * With a message that is fit for logs: it holds no credentials.
     *
     * @param outcomeUnknown whether what was wanted may have been done all the same
     */
    public BrokerException(String message, @Nullable Throwable cause, Kind kind, boolean outcomeUnknown) {
        super(message, cause);
        this.kind = kind;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Surely nothing was done, and it will pass. */
    public BrokerException(String message, @Nullable Throwable cause) {
        this(message, cause, Kind.TRANSIENT, false);
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** Whether what was wanted may have been done all the same, as the answer is missing. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
