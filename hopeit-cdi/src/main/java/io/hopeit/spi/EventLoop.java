package io.hopeit.spi;

import java.util.Map;
import java.util.Optional;

/**
 * An event that runs by itself: a service, or the consumer of a stream. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * @Any
 * Instance<EventLoops> all;
 *
 * void pause(String event) {
 *     all.stream()
 *             .flatMap(loops -> loops.loops().stream())
 *             .filter(loop -> loop.event().name().equals(event) && loop.state() == EventLoop.State.RUNNING)
 *             .forEach(EventLoop::pause);
 * }
 * }
 */
public interface EventLoop {
    /** What it is doing. */
    enum State {
        /** Nothing, because it has been stopped or not started. */
        STOPPED,
        /** It begins. */
        STARTING,
        /** What it should. */
        RUNNING,
        /** It begins nothing new, and finishes what it has begun. */
        PAUSED,
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
     * @throws InterruptedException when the calling thread is interrupted meanwhile; it ends all the same
     */
    void stop() throws InterruptedException;

    /**
     * Begins nothing new until it is resumed, and keeps its place. What it has begun goes on.
     *
     * @throws IllegalStateException when it is not running, or cannot pause
     */
    default void pause() {
        throw new IllegalStateException(event().name() + " cannot be paused; stop it");
    }

    /**
     * Goes on after a pause.
     *
     * @throws IllegalStateException when it is not paused
     */
    default void resume() {
        throw new IllegalStateException(event().name() + " is not paused");
    }

    /** What has failed for good, where that is kept. */
    default Optional<DeadLetters> deadLetters() {
        return Optional.empty();
    }

    /** What else is known about it, by names in camel case: numbers, texts, and lists and maps of them. */
    default Map<String, Object> details() {
        return Map.of();
    }
}
