package io.hopeit;

import java.time.Duration;

/**
 * An event was interrupted because it took longer than its {@code timeout} setting allows.
 *
 * {@snippet :
 * @Test
 * void aSlowCarrierEndsTheRun(TestApp app) {
 *     app.step(ShipOrder.class, "ship").takes(Duration.ofMinutes(2));
 *     assertThat(app.run(ShipOrder.class, order).failure()).containsInstanceOf(EventTimeoutException.class);
 * }
 * }
 */
public class EventTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For the event of this name and the time it was given. */
    public EventTimeoutException(String eventName, Duration timeout) {
        super("%s took longer than %s seconds".formatted(eventName, timeout.toMillis() / 1000.0));
    }
}
