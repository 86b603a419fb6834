package io.hopeit;

import io.hopeit.spi.FromTrigger;
import java.time.Duration;

/**
 * What the method of a {@link Service} can know about its run. Thread-safe.
 *
 * {@snippet :
 * @Service
 * Stream<Instant> tick(ServiceLoop loop) {
 *     return Stream.generate(Instant::now).takeWhile(now -> loop.pause(Duration.ofSeconds(1)));
 * }
 * }
 */
@FromTrigger(FromTrigger.Place.SERVICE)
public interface ServiceLoop {
    /** Whether the service is to go on. */
    boolean isRunning();

    /**
     * Waits this long, or less when the service is stopped meanwhile; not at all when it is zero or negative. Returns whether
     * the service is to go on.
     */
    boolean pause(Duration duration);
}
