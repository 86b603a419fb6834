package io.hopeit;

import io.hopeit.spi.FromTrigger;
import java.time.Duration;

/**
 * What the method of a {@link Service} can know about its run. Thread-safe.
 */
@FromTrigger(FromTrigger.Place.SERVICE)
public interface ServiceLoop {
    /** Whether the service is to go on. */
    boolean isRunning();

    /** Waits, or less when the service is stopped meanwhile; whether the service is to go on. */
    boolean pause(Duration duration);
}
