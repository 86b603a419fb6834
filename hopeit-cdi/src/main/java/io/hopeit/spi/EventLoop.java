package io.hopeit.spi;

import java.util.Optional;

/** An event that runs by itself: a service, or the consumer of a stream. Thread-safe. */
public interface EventLoop {
    /** What it is doing. */
    enum State {
        /** Nothing, because it has been stopped or not started. */
        STOPPED,
        /** It begins. */
        STARTING,
        /** What it should. */
        RUNNING,
        /** It ends, and finishes what it has begun. */
        STOPPING,
        /** It has failed, and tries again after a pause. */
        FAILED
    }

    /** The event. */
    EventDefinition event();

    /** What it is doing. */
    State state();

    /** What it has failed with, while it is {@link State#FAILED}. */
    Optional<String> failure();

    /**
     * Starts it.
     *
     * @throws IllegalStateException when it is not stopped
     */
    void start();

    /**
     * Stops it, and returns when what it had begun is done or its time is over.
     *
     * @throws IllegalStateException when it is stopped
     */
    void stop() throws InterruptedException;
}
