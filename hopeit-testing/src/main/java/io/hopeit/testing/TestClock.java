package io.hopeit.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The application's time: of its timeouts, pauses and retries, and of {@code EventContext.startedAt()}. It stands still
 * while something is done, and goes on by itself, at once, to when something is due again while {@link TestApp} waits for
 * what it was asked for. What reads the system's clock, and MicroProfile Fault Tolerance, live in real time.
 *
 * <p>On a real Redis time is real: {@link #advance} then waits. Thread-safe.
 *
 * {@snippet :
 * app.clock().advance(Duration.ofHours(1));
 * }
 */
public interface TestClock extends InstantSource {
    /** What time it is in the application. */
    @Override
    Instant instant();

    /**
     * Lets time pass, and all happen that is due in it. For the thread of the test.
     *
     * @param duration how long; zero or less lets none pass
     * @throws AssertionError when what is due does not end
     */
    void advance(Duration duration);

    /**
     * Waits in the application's time: for beans of tests that take long. Not for the thread of the test, which would wait
     * for itself: that is what {@link #advance} is for.
     *
     * @throws InterruptedException as {@link Thread#sleep(Duration)}: also when the event has timed out
     */
    void sleep(Duration duration) throws InterruptedException;
}
